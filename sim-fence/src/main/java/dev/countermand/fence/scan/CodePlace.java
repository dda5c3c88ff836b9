package dev.countermand.fence.scan;

import java.util.Comparator;

/**
 * A place in the source of the code under test.
 *
 * @param className the class, with dots
 * @param file the name of the source file, without its folder
 * @param line the line, from 1; 0 if it is not known
 */
public record CodePlace(String className, String file, int line)
        implements Comparable<CodePlace> {
    private static final Comparator<CodePlace> ORDER = Comparator.comparing(CodePlace::file)
            .thenComparingInt(CodePlace::line)
            .thenComparing(CodePlace::className);

    /** Such as {@code Lease.java:31}, or {@code Lease.java} without a line. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }

    @Override
    public int compareTo(CodePlace other) {
        return ORDER.compare(this, other);
    }
}
