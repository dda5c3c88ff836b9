/**
 * Reactor's schedulers on a simulated loop.
 *
 * <p>Open it when a pipeline of Reactor is under test.
 */
@NullMarked
package dev.countermand.reactor;

import org.jspecify.annotations.NullMarked;
