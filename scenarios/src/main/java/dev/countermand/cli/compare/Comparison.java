package dev.countermand.cli.compare;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.run.PreparedScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario does on every level.
 *
 * @param groups the levels, those together that do the same; the first has the reference
 */
public record Comparison(List<Group> groups) {
    /** The level with which the others are compared. */
    public static final PythonVersion REFERENCE = PythonVersion.PYTHON_3_14;

    /** Copies the list. */
    public Comparison {
        groups = List.copyOf(groups);
    }

    /**
     * Levels on which the scenario does the same.
     *
     * @param levels the levels, newest first; at least one
     * @param run what it does on them
     * @param difference where that differs from the reference first, null for the reference itself
     */
    public record Group(
            List<PythonVersion> levels, LevelRun run, @Nullable FirstDifference difference) {
        /** Copies the list. */
        public Group {
            levels = List.copyOf(levels);
        }
    }

    /** Whether the scenario does the same on all levels. */
    public boolean isEqual() {
        return groups.size() == 1;
    }

    /**
     * Runs a scenario on levels and compares.
     *
     * @param levels newest first; the first one is the reference
     */
    public static Comparison of(PreparedScenario prepared, List<PythonVersion> levels) {
        Map<LevelRun, List<PythonVersion>> byRun = new LinkedHashMap<>();
        for (PythonVersion level : levels) {
            byRun.computeIfAbsent(LevelRun.of(prepared, level), run -> new ArrayList<>())
                    .add(level);
        }
        List<Group> groups = new ArrayList<>();
        byRun.forEach((run, same) -> groups.add(new Group(same, run, groups.isEmpty()
                ? null
                : difference(prepared, groups.get(0), run, same.get(0)))));
        return new Comparison(groups);
    }

    /** Compared for the newest level of a group: the fewest differences can be behind it. */
    private static FirstDifference difference(
            PreparedScenario prepared, Group reference, LevelRun run, PythonVersion level) {
        int index = reference.run().commonEvents(run);
        return new FirstDifference(
                index,
                eventAt(index, reference.run()),
                eventAt(index, run),
                new CauseSearch(prepared, reference.levels().get(0), level).causes(index, run));
    }

    private static TraceEvent.@Nullable Logged eventAt(int index, LevelRun run) {
        return index < run.events().size() ? run.events().get(index) : null;
    }
}
