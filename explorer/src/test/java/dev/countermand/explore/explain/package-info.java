/** Tests of explanations, on programs that are made up. */
@NullMarked
package dev.countermand.explore.explain;

import org.jspecify.annotations.NullMarked;
