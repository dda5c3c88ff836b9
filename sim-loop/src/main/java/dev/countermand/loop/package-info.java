/**
 * The event loop: asyncio's loop, handles, futures and tasks on a virtual clock, or in other {@link
 * dev.countermand.loop.Surroundings} on a real one.
 *
 * <p>Start at {@link dev.countermand.loop.SimLoop#runOnce}, the only place where callbacks are
 * called; then {@link dev.countermand.loop.Task#step}, the only place where coroutines are resumed.
 * A {@link dev.countermand.loop.Simulation} is the world of one run: its choices, its step budget,
 * its signals and the loops made in it.
 */
@NullMarked
package dev.countermand.loop;

import org.jspecify.annotations.NullMarked;
