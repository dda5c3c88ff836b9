/** Tests of the package of the same name. */
@NullMarked
package dev.countermand.explore.lasting;

import org.jspecify.annotations.NullMarked;
