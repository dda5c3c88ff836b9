package dev.countermand.loop;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** A version without some of its differences. */
final class MixedCompatibility implements Compatibility {
    private final PythonVersion level;
    private final Set<VersionDifference> reverted;

    private MixedCompatibility(PythonVersion level, Set<VersionDifference> reverted) {
        this.level = level;
        this.reverted = reverted;
    }

    static Compatibility of(PythonVersion level, Collection<VersionDifference> reverted) {
        Set<VersionDifference> copy = EnumSet.noneOf(VersionDifference.class);
        copy.addAll(reverted);
        return new MixedCompatibility(level, copy);
    }

    @Override
    public boolean has(VersionDifference difference) {
        return level.has(difference) && !reverted.contains(difference);
    }

    @Override
    public PythonVersion level() {
        return level;
    }

    @Override
    public String toString() {
        return level.label() + " without " + reverted;
    }
}
