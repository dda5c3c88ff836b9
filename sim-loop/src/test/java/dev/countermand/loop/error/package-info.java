/** What the errors of asyncio promise by themselves; open it when you change a group of errors. */
package dev.countermand.loop.error;
