/**
 * Schedules that outlive the program they were found in.
 *
 * <p>{@link dev.countermand.explore.lasting.AlignedRun} finds recorded choices again in a program
 * that was edited; {@link dev.countermand.explore.lasting.Recheck} says what became of a failure
 * that was kept. Open this package to change what counts as the same choice.
 */
@NullMarked
package dev.countermand.explore.lasting;

import org.jspecify.annotations.NullMarked;
