/**
 * The loop on real time, for code that ships as it was tested.
 *
 * <p>Open it when a program written in direct style is to run for real.
 */
@NullMarked
package dev.countermand.real;

import org.jspecify.annotations.NullMarked;
