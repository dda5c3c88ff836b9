/** Tests of traces and of everything that is made from them. */
@NullMarked
package dev.countermand.report;

import org.jspecify.annotations.NullMarked;
