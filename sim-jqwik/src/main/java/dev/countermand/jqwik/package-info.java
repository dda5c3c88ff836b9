/**
 * Schedules, cancels, delays and scenarios as arbitraries of jqwik.
 *
 * <p>Open it when a property is to vary data and schedule together.
 */
@NullMarked
package dev.countermand.jqwik;

import org.jspecify.annotations.NullMarked;
