/**
 * Speed: the same small programs in the scenario interpreter, as state machines on the loop itself,
 * in direct style, and in kotlinx-coroutines-test.
 *
 * <p>Open it when a change might have made a step dearer, or to add a way to write programs: each
 * has one class of benchmarks, and methods of the same name in two classes do the same work. {@code
 * bench.py} has the same programs for CPython. {@link dev.countermand.benchmark.Work} says how much
 * each does; {@code benchmarks/compare} runs all of them and prints the ratios.
 */
@NullMarked
package dev.countermand.benchmark;

import org.jspecify.annotations.NullMarked;
