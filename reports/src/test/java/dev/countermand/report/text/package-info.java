/** Tests of the texts that people read; their goldens lie in the resources of the same package. */
@NullMarked
package dev.countermand.report.text;

import org.jspecify.annotations.NullMarked;
