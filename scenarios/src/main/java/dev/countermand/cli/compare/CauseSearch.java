package dev.countermand.cli.compare;

import dev.countermand.loop.Compatibility;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.VersionDifference;
import dev.countermand.scenario.run.PreparedScenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which of the differences between two versions make a scenario's first differing event, by
 * trying: the newer version is run without some of its differences.
 *
 * <p>The answer is a set of differences such that the newer version without just these does what
 * the older one does, up to and with that event, and with no smaller part of the set left out does
 * it. If a single difference is enough, the answer is one. There can be other such sets; the first
 * in the order of {@link VersionDifference} is taken.
 */
final class CauseSearch {
    private final PreparedScenario prepared;
    private final PythonVersion newer;
    private final PythonVersion older;

    CauseSearch(PreparedScenario prepared, PythonVersion newer, PythonVersion older) {
        this.prepared = prepared;
        this.newer = newer;
        this.older = older;
    }

    /**
     * The differences that make the event at an index.
     *
     * @param there the older version's run, which differs from the newer one's at that index
     */
    List<VersionDifference> causes(int index, LevelRun there) {
        List<VersionDifference> all = new ArrayList<>();
        for (VersionDifference difference : VersionDifference.values()) {
            if (newer.has(difference) && !older.has(difference)) {
                all.add(difference);
            }
        }
        for (VersionDifference single : all) {
            if (explain(List.of(single), index, there)) {
                return List.of(single);
            }
        }
        return smallest(all, index, there);
    }

    /** Leaves out one difference after the other, as long as the rest explains the event. */
    private List<VersionDifference> smallest(
            List<VersionDifference> all, int index, LevelRun there) {
        List<VersionDifference> kept = all;
        int next = 0;
        while (next < kept.size()) {
            List<VersionDifference> fewer = new ArrayList<>(kept);
            fewer.remove(next);
            if (explain(fewer, index, there)) {
                kept = fewer;
                next = 0;
            } else {
                next++;
            }
        }
        return kept;
    }

    private boolean explain(List<VersionDifference> reverted, int index, LevelRun there) {
        return LevelRun.of(prepared, Compatibility.without(newer, reverted))
                .agreesThrough(index, there);
    }
}
