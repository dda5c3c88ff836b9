/**
 * Runs the bodies of scenarios: a state machine with an explicit stack, and no thread.
 *
 * <p>{@link dev.countermand.scenario.interpret.Compiler} turns a {@link
 * dev.countermand.scenario.model.Program} into {@link dev.countermand.scenario.interpret.Code}; a
 * {@link dev.countermand.scenario.interpret.Frame} is one invocation of it, and the coroutine that
 * the loop's tasks drive. What a frame is in the middle of is a stack of {@link
 * dev.countermand.scenario.interpret.Block}s.
 */
@NullMarked
package dev.countermand.scenario.interpret;

import org.jspecify.annotations.NullMarked;
