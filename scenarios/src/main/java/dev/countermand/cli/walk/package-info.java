/**
 * Walking through a run step by step, on a terminal or by keys from a pipe. What a screen says
 * comes from {@link dev.countermand.report.text.StepView}; open this package to change
 * keys and screens.
 */
@NullMarked
package dev.countermand.cli.walk;

import org.jspecify.annotations.NullMarked;
