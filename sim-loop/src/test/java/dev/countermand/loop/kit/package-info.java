/**
 * What the tests of the loop are written with.
 *
 * <p>{@link dev.countermand.loop.kit.Script} is a coroutine put together from steps, {@link
 * dev.countermand.loop.kit.Trial} a loop with a log and marks that remember their iteration, and
 * {@link dev.countermand.loop.kit.Picks} a scheduler that gives fixed answers.
 */
@NullMarked
package dev.countermand.loop.kit;

import org.jspecify.annotations.NullMarked;
