/**
 * The Runner: how a program is started, interrupted and ended.
 *
 * <p>{@link dev.countermand.loop.run.Runner} is {@code asyncio.Runner} and {@code asyncio.run}; the
 * other classes are the coroutines that its {@code close} runs.
 */
@NullMarked
package dev.countermand.loop.run;

import org.jspecify.annotations.NullMarked;
