package dev.countermand.loop;

/**
 * The CPython whose behaviour a simulation has: its compatibility level.
 *
 * <p>What versions do differently is listed in {@link VersionDifference}; a version has the
 * differences up to its own.
 */
public enum PythonVersion implements Compatibility {
    /** CPython 3.11. */
    PYTHON_3_11("3.11"),
    /** CPython 3.12. */
    PYTHON_3_12("3.12"),
    /** CPython 3.13. */
    PYTHON_3_13("3.13"),
    /** CPython 3.14: the reference and the default. */
    PYTHON_3_14("3.14");

    private final String label;

    PythonVersion(String label) {
        this.label = label;
    }

    /** The version as people write it, such as {@code "3.14"}. */
    public String label() {
        return label;
    }

    @Override
    public boolean has(VersionDifference difference) {
        return compareTo(difference.since()) >= 0;
    }

    @Override
    public PythonVersion level() {
        return this;
    }

    /**
     * The version with a label.
     *
     * @param label such as {@code "3.13"}
     * @throws IllegalArgumentException if it is not one of the four
     */
    public static PythonVersion of(String label) {
        for (PythonVersion version : values()) {
            if (version.label.equals(label)) {
                return version;
            }
        }
        throw new IllegalArgumentException(
                "expected a Python version, one of 3.11, 3.12, 3.13, 3.14, but found " + label);
    }
}
