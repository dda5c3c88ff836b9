/**
 * Makes random scenarios that together use the whole language.
 *
 * <p>{@link dev.countermand.scenario.generate.ScenarioGenerator} turns a sequence of {@link
 * dev.countermand.scenario.generate.Decisions} into a document; {@link
 * dev.countermand.scenario.generate.Rule} says how one operation is written and when it can stand.
 * Open this package when the language gets an operation, or when a kind of program is missing from
 * the comparison with CPython.
 *
 * <p>A generated program always ends: coroutines call only those further down, loops are bounded,
 * and a task waits only for tasks that were created before it or by it, so that no two wait for
 * each other.
 */
@NullMarked
package dev.countermand.scenario.generate;

import org.jspecify.annotations.NullMarked;
