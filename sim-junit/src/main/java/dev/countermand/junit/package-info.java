/**
 * Tests whose schedules are explored: {@code @Interleave} for JUnit Jupiter.
 *
 * <p>Open it when a test is run in the wrong way, or its failure says too little.
 */
@NullMarked
package dev.countermand.junit;

import org.jspecify.annotations.NullMarked;
