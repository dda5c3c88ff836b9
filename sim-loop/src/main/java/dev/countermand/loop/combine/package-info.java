/**
 * The operations that combine awaitables: sleep, gather, wait, wait_for, shield, as_completed,
 * timeouts and task groups.
 *
 * <p>They use only the public face of {@link dev.countermand.loop.SimLoop}, {@link
 * dev.countermand.loop.Future} and {@link dev.countermand.loop.Task}, as CPython's do, so a program
 * could bring its own.
 */
@NullMarked
package dev.countermand.loop.combine;

import org.jspecify.annotations.NullMarked;
