/**
 * Programs in direct style: plain Java that awaits in the middle of its methods.
 *
 * <p>{@link dev.countermand.loop.direct.DirectStyle} has the methods that such programs call. Each
 * coroutine is carried by a thread that runs only while the loop waits for it, so nothing ever runs
 * beside the loop. What kind of thread is the business of a {@link
 * dev.countermand.loop.direct.Backend}; a run's events do not depend on it.
 */
@NullMarked
package dev.countermand.loop.direct;

import org.jspecify.annotations.NullMarked;
