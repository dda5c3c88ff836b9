/** Tests of the package of the same name. */
@NullMarked
package dev.countermand.explore.statistics;

import org.jspecify.annotations.NullMarked;
