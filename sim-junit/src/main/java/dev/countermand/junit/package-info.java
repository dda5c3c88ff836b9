/**
 * Tests whose schedules are explored: {@code @Interleave} for JUnit Jupiter.
 *
 * <p>{@link dev.countermand.junit.InterleaveExtension} stands between JUnit and {@link
 * dev.countermand.junit.run}. Open it when JUnit and this library disagree about a test.
 */
@NullMarked
package dev.countermand.junit;

import org.jspecify.annotations.NullMarked;
