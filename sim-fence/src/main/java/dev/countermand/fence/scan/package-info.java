/**
 * Reads the class files of the code under test and names the lines that a schedule cannot decide.
 *
 * <p>Open it to add a forbidden call: its row goes into {@code forbidden-calls.txt}. Start at
 * {@link dev.countermand.fence.scan.CodeUnderTest}.
 */
@NullMarked
package dev.countermand.fence.scan;

import org.jspecify.annotations.NullMarked;
