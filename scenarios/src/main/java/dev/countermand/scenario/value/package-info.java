/**
 * The values of scenario programs: Python's literals, operators and error types on plain Java
 * objects.
 *
 * <p>None is null; bool, int, float and str are Boolean, Long or BigInteger, Double and String; a
 * list is a shared, mutable {@link java.util.List}; everything else is the loop's own object.
 */
@NullMarked
package dev.countermand.scenario.value;

import org.jspecify.annotations.NullMarked;
