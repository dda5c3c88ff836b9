/**
 * Locks, events, conditions, semaphores, barriers and queues: {@code asyncio.locks} and {@code
 * asyncio.queues}.
 *
 * <p>Each class follows the CPython class of the same name line by line, as the order in which
 * waiters are woken, and what happens to a waiter that is cancelled after it was woken, is what
 * programs (and their bugs) depend on.
 */
@NullMarked
package dev.countermand.loop.sync;

import org.jspecify.annotations.NullMarked;
