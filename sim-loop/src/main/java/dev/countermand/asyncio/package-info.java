/**
 * asyncio's names for programs in direct style: what a user of the library imports.
 *
 * <p>{@link dev.countermand.asyncio.Asyncio} has the functions, {@link
 * dev.countermand.asyncio.Scopes} the blocks ({@code async with}); both are meant to be imported
 * statically. They add nothing to the packages below them but a way to say it: the rules are in
 * {@link dev.countermand.loop.combine} and {@link dev.countermand.loop.sync}, whose locks, events
 * and queues programs use as they are.
 */
@NullMarked
package dev.countermand.asyncio;

import org.jspecify.annotations.NullMarked;
