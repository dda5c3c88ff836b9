/**
 * CancelBench: how many runs each strategy needs to find each of the real bugs of the library.
 *
 * <p>{@link dev.countermand.cli.bench.BenchSuite} says what is measured,
 * {@link dev.countermand.cli.bench.Bench} measures it, and the tables show it. Open this package to
 * measure something else about strategies.
 */
@NullMarked
package dev.countermand.cli.bench;

import org.jspecify.annotations.NullMarked;
