/**
 * JSON, as far as traces need it: text that is the same on every JDK, and a strict way to read.
 *
 * <p>{@link dev.countermand.report.json.JsonText} writes and
 * {@link dev.countermand.report.json.JsonPlace} reads; neither knows what a trace is. Open this
 * package when a number is written wrongly, or when a message about a malformed file is unclear.
 */
@NullMarked
package dev.countermand.report.json;

import org.jspecify.annotations.NullMarked;
