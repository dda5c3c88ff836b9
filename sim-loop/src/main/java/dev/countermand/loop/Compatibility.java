package dev.countermand.loop;

import java.util.Collection;

/**
 * Which of the {@linkplain VersionDifference differences between versions} a simulation has.
 *
 * <p>Usually that is a {@link PythonVersion}, which has those up to its own. A mixed one is like no
 * CPython that was ever released; it serves to find out which difference a program depends on.
 */
public sealed interface Compatibility permits PythonVersion, MixedCompatibility {

    /** Whether the newer behaviour is in force. */
    boolean has(VersionDifference difference);

    /** The version that this is or comes from. */
    PythonVersion level();

    /**
     * What a version does, apart from some differences that are switched back to the behaviour
     * before them.
     *
     * @param level the version
     * @param reverted the differences that it is to be without; those it has not change nothing
     */
    static Compatibility without(PythonVersion level, Collection<VersionDifference> reverted) {
        return MixedCompatibility.of(level, reverted);
    }
}
