/**
 * Runs scenarios: the host script around the Runner, the events, the verdict.
 *
 * <p>{@link dev.countermand.scenario.run.PreparedScenario} is compiled once and run many times;
 * {@link dev.countermand.scenario.run.ScenarioRun} is one run of it.
 */
@NullMarked
package dev.countermand.scenario.run;

import org.jspecify.annotations.NullMarked;
