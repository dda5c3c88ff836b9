package dev.countermand.scenario.model;

/**
 * A minor version of CPython 3.
 *
 * @param minor the number after {@code 3.}, at least 0
 */
public record PythonVersion(int minor) implements Comparable<PythonVersion> {

    /** The version of a scenario that names none. */
    public static final PythonVersion DEFAULT = new PythonVersion(11);

    @Override
    public int compareTo(PythonVersion other) {
        return Integer.compare(minor, other.minor);
    }

    /** The version as documents write it, such as {@code 3.13}. */
    @Override
    public String toString() {
        return "3." + minor;
    }
}
