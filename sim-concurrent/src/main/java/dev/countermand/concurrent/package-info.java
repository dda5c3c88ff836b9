/**
 * The JDK's ways to run things, on a simulated loop: executors, timers, clocks and threads of
 * ordinary Java, whose order and time the simulation decides.
 *
 * <p>Open it when code under test takes an {@code Executor}, a {@code ScheduledExecutorService}, a
 * {@code Clock} or a {@code ThreadFactory}.
 */
@NullMarked
package dev.countermand.concurrent;

import org.jspecify.annotations.NullMarked;
