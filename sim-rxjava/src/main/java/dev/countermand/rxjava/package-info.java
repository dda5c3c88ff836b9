/**
 * RxJava's schedulers on a simulated loop.
 *
 * <p>Open it when a flow of RxJava is under test.
 */
@NullMarked
package dev.countermand.rxjava;

import org.jspecify.annotations.NullMarked;
