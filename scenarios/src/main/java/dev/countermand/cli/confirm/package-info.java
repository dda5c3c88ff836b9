/**
 * A finding on the CPython that is installed here, with the same choices forced.
 *
 * <p>{@link dev.countermand.cli.confirm.PythonFinder} finds interpreters, {@link
 * dev.countermand.cli.confirm.PythonInterpreter} plays a scenario in one, and {@link
 * dev.countermand.cli.confirm.Confirmation} compares. What runs there is the Python of the
 * resources' folder {@code python}. Open this package when the two sides disagree about a schedule.
 */
@NullMarked
package dev.countermand.cli.confirm;

import org.jspecify.annotations.NullMarked;
