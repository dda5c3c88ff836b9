/**
 * Code under test for the fence: each line that it must name ends in a comment that says what it
 * must say of it; it must name no other.
 *
 * <p>Open it when the fence learns a new call.
 */
@NullMarked
package dev.countermand.fence.sample;

import org.jspecify.annotations.NullMarked;
