/** What other tools are given, held to their formats. */
@NullMarked
package dev.countermand.report.export;

import org.jspecify.annotations.NullMarked;
