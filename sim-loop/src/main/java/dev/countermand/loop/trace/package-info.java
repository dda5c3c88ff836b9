/**
 * What happened in a run, as values: the events of a trace.
 *
 * <p>These records know nothing of loops or of JSON. The loop makes them when a sink is set on its
 * {@link dev.countermand.loop.Simulation}; the module {@code reports} writes, reads and shows them.
 */
@NullMarked
package dev.countermand.loop.trace;

import org.jspecify.annotations.NullMarked;
