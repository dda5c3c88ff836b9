/**
 * A scenario as the explorer sees it, and what a search of it comes to.
 *
 * <p>{@link dev.countermand.cli.explore.ScenarioProgram} makes a scenario a program that can be run
 * again and again; {@link dev.countermand.cli.explore.Finding} is a violation with all that is
 * needed to see it again. Open this package to change what a search hands to its report; how runs
 * follow each other is the business of {@link dev.countermand.explore.search}.
 */
@NullMarked
package dev.countermand.cli.explore;

import org.jspecify.annotations.NullMarked;
