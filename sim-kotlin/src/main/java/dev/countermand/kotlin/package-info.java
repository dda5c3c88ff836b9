/**
 * A dispatcher of Kotlin coroutines on a simulated loop.
 *
 * <p>Open it when suspending functions are under test.
 */
@NullMarked
package dev.countermand.kotlin;

import org.jspecify.annotations.NullMarked;
