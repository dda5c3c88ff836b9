/**
 * Tests of comparing what a scenario does on several versions.
 *
 * <p>{@code DependentScenarios} has a scenario for each difference; open this package when there is
 * a new one.
 */
@NullMarked
package dev.countermand.cli.compare;

import org.jspecify.annotations.NullMarked;
