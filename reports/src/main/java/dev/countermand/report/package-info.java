/**
 * Recorded runs: the trace document, its JSON form, and the texts that people read.
 *
 * <p>Start at {@link dev.countermand.report.TraceDocument}. Open this package to change what a
 * trace file holds or how a failure is shown; nothing here can influence a run.
 */
@NullMarked
package dev.countermand.report;

import org.jspecify.annotations.NullMarked;
