/**
 * Compares the simulated loop with CPython, event by event.
 *
 * <p>{@link dev.countermand.scenario.conformance.CPythonConformanceTest} plays generated scenarios
 * on every CPython that is installed; {@link
 * dev.countermand.scenario.conformance.RecordedEventsTest} needs none, as the events of CPython
 * 3.14 are kept beside it. Open this package when the two sides differ: {@link
 * dev.countermand.scenario.conformance.Comparison} finds where, and {@link
 * dev.countermand.scenario.conformance.DocumentReducer} makes the scenario small.
 */
@NullMarked
package dev.countermand.scenario.conformance;

import org.jspecify.annotations.NullMarked;
