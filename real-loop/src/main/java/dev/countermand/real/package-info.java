/**
 * The same loop on real time: programs that were tested in a simulation run here for real.
 *
 * <p>{@link dev.countermand.real.RealLoop} runs a program, or makes a world for {@code
 * Asyncio.run}. {@link dev.countermand.real.RealSurroundings} is all there is to it: a monotonic
 * clock, a wait that other threads can end, and an executor with threads.
 */
@NullMarked
package dev.countermand.real;

import org.jspecify.annotations.NullMarked;
