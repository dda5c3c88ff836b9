/** Tests of writing and reading JSON. */
@NullMarked
package dev.countermand.report.json;

import org.jspecify.annotations.NullMarked;
