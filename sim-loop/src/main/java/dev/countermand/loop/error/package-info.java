/**
 * The errors of asyncio and of Python that programs under test raise and catch, with CPython's
 * meaning and text.
 *
 * <p>Ordinary failures are unchecked exceptions; what {@code catch (Exception e)} must not swallow
 * (a cancellation above all) extends {@link dev.countermand.loop.error.BaseError}. The verdicts
 * that end a simulation extend {@link dev.countermand.loop.error.RunAborted}.
 */
@NullMarked
package dev.countermand.loop.error;

import org.jspecify.annotations.NullMarked;
