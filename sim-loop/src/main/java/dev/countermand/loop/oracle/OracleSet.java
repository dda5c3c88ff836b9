package dev.countermand.loop.oracle;

import java.util.Arrays;
import java.util.List;

/** Which oracles watch a run; immutable. */
public final class OracleSet {
    /** Those that cannot be wrong. */
    public static final OracleSet DEFAULT = new OracleSet(Arrays.stream(Oracle.values())
            .filter(Oracle::isOnByDefault)
            .mapToInt(OracleSet::bit)
            .sum());

    /** All of them, those that report what asyncio allows included. */
    public static final OracleSet ALL = new OracleSet((1 << Oracle.values().length) - 1);

    /** None. */
    public static final OracleSet NONE = new OracleSet(0);

    private final int bits;

    private OracleSet(int bits) {
        this.bits = bits;
    }

    private static int bit(Oracle oracle) {
        return 1 << oracle.ordinal();
    }

    /** Whether an oracle is in it. */
    public boolean has(Oracle oracle) {
        return (bits & bit(oracle)) != 0;
    }

    /** This set and one more. */
    public OracleSet with(Oracle oracle) {
        return new OracleSet(bits | bit(oracle));
    }

    /** This set without one. */
    public OracleSet without(Oracle oracle) {
        return new OracleSet(bits & ~bit(oracle));
    }

    /**
     * This set with some added and some taken away, by name; taking away wins.
     *
     * @throws IllegalArgumentException if a name is none of {@link Oracle#names}; the message says
     *     which there are
     */
    public OracleSet adjusted(List<String> added, List<String> removed) {
        OracleSet set = this;
        for (String name : added) {
            set = set.with(find(name));
        }
        for (String name : removed) {
            set = set.without(find(name));
        }
        return set;
    }

    private static Oracle find(String name) {
        return Oracle.named(name).orElseThrow(() -> new IllegalArgumentException(
                "no oracle is named '" + name + "'; there are "
                        + String.join(", ", Oracle.names())));
    }

    /** The names of those that are in it. */
    public List<String> names() {
        return Arrays.stream(Oracle.values()).filter(this::has).map(Oracle::label).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OracleSet set && set.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    @Override
    public String toString() {
        return String.join(", ", names());
    }
}
