/** Tests of the package of the same name. */
@NullMarked
package dev.countermand.explore;

import org.jspecify.annotations.NullMarked;
