/**
 * A scenario as immutable values: what a {@code .scenario.json} file says, after every name in it
 * was checked. Open it to interpret, generate, shrink or print scenarios. {@link
 * dev.countermand.scenario.model.Scenario} is the root; {@link
 * dev.countermand.scenario.model.Operation} and {@link dev.countermand.scenario.model.Expression}
 * have one record per form of the language, in one file per theme. Variables are names here:
 * resolving them to places in memory is the interpreter's business. Nothing in here reads JSON;
 * {@code dev.countermand.scenario.read} does.
 */
@NullMarked
package dev.countermand.scenario.model;

import org.jspecify.annotations.NullMarked;
