/**
 * A trace in the forms that other tools show: timelines, code scanning, build reports, graphs.
 *
 * <p>One class a format; each renders a {@link dev.countermand.report.TraceDocument} and nothing
 * else. Open this package when another tool reads a trace wrongly.
 */
@NullMarked
package dev.countermand.report.export;

import org.jspecify.annotations.NullMarked;
