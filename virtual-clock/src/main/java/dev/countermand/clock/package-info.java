/**
 * Virtual time and what waits on it, with no notion of an event loop.
 *
 * <p>{@link dev.countermand.clock.VirtualClock} is the one clock of a simulation, {@link
 * dev.countermand.clock.TimerQueue} the heap of waiting timers in CPython's own order, {@link
 * dev.countermand.clock.TieBreak} the choice among timers due at the same instant, and {@link
 * dev.countermand.clock.DurationModel} how long simulated things take. Open this package when the
 * question is "what time is it" or "which timer is next"; what is done with a timer that came due
 * is the loop's affair.
 *
 * <p>Nothing here starts a thread, reads the machine's clock or owns a source of randomness. No
 * class is safe for use by several threads at once: whoever runs the simulation hands over its
 * turn.
 */
@NullMarked
package dev.countermand.clock;

import org.jspecify.annotations.NullMarked;
