/** Tests of the package of the same name. */
@NullMarked
package dev.countermand.explore.search;

import org.jspecify.annotations.NullMarked;
