/**
 * Choices: the one seam through which every nondeterminism of a run goes, and who decides it.
 *
 * <p>The loop asks {@link dev.countermand.loop.schedule.Choices} whenever asyncio leaves something
 * open; a {@link dev.countermand.loop.schedule.Scheduler} answers with a number, 0 always being
 * what CPython does. Open this package to add a strategy: one file, one small interface.
 */
@NullMarked
package dev.countermand.loop.schedule;

import org.jspecify.annotations.NullMarked;
