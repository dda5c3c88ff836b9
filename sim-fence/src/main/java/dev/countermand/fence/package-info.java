/**
 * Finds what makes a run depend on more than its schedule: a clock, a thread, unseeded chance.
 *
 * <p>Open it when a test is reported as not deterministic and the line that is named is wrong.
 */
@NullMarked
package dev.countermand.fence;

import org.jspecify.annotations.NullMarked;
