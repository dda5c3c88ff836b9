/** Tests of finding departures again. */
@NullMarked
package dev.countermand.explore.align;

import org.jspecify.annotations.NullMarked;
