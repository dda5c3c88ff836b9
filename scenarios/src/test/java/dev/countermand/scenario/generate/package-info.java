/** Whether generated scenarios are many-sided, valid, and shrink well. */
@NullMarked
package dev.countermand.scenario.generate;

import org.jspecify.annotations.NullMarked;
