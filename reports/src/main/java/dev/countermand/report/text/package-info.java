/**
 * Runs as text for a terminal: lanes of tasks over steps, and the whole message of a failure.
 *
 * <p>Start at {@link dev.countermand.report.text.FailureReport}, or at {@link
 * dev.countermand.report.text.LaneReport} for the table alone. Events become {@link
 * dev.countermand.report.text.Row rows} first; lanes and rows are then chosen, and the table is
 * drawn last. Everything is printable ASCII, and at most 100 columns wide. Open this package when a
 * failure is hard to read.
 */
@NullMarked
package dev.countermand.report.text;

import org.jspecify.annotations.NullMarked;
