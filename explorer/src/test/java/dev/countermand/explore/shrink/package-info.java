/** Tests of shrinking: its laws, on programs that are made up. */
@NullMarked
package dev.countermand.explore.shrink;

import org.jspecify.annotations.NullMarked;
