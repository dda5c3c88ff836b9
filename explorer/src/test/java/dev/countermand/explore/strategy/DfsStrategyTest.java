package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DfsStrategyTest {
    private static final int DEPTH = 4;

    /** How many answers there are after a path: a tree that is not the same everywhere. */
    private static int boundAfter(List<Integer> path, int salt) {
        return path.size() == DEPTH ? 0 : 2 + Math.floorMod(path.hashCode() * 31 + salt, 3);
    }

    private static List<Integer> run(Strategy strategy, int salt) {
        Scheduler scheduler = strategy.scheduler(0);
        List<Integer> path = new ArrayList<>();
        for (int bound = boundAfter(path, salt); bound > 0; bound = boundAfter(path, salt)) {
            path.add(scheduler.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), bound));
        }
        strategy.runEnded(1);
        return path;
    }

    private static Set<List<Integer>> all(int salt) {
        Set<List<Integer>> paths = new LinkedHashSet<>();
        collect(new ArrayList<>(), salt, paths);
        return paths;
    }

    private static void collect(List<Integer> path, int salt, Set<List<Integer>> paths) {
        int bound = boundAfter(path, salt);
        if (bound == 0) {
            paths.add(List.copyOf(path));
        }
        for (int pick = 0; pick < bound; pick++) {
            path.add(pick);
            collect(path, salt, paths);
            path.remove(path.size() - 1);
        }
    }

    private static long departures(List<Integer> path) {
        return path.stream().filter(pick -> pick > 0).count();
    }

    @Property(tries = 100, seed = "20261122")
    void withoutABoundEveryScheduleComesExactlyOnceAndThenItIsExhausted(@ForAll int salt) {
        DfsStrategy strategy = DfsStrategy.unbounded();
        List<List<Integer>> visited = new ArrayList<>();
        while (!strategy.isExhausted()) {
            visited.add(run(strategy, salt));
        }
        assertThat(visited).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all(salt));
        assertThat(visited.get(0)).containsOnly(0);
        assertThat(strategy.isCut()).isFalse();
    }

    @Property(tries = 100, seed = "20261122")
    void withABoundTheSchedulesWithinItComeFirstEachOnce(
            @ForAll int salt, @ForAll @IntRange(min = 0, max = 3) int most) {
        DfsStrategy strategy = DfsStrategy.within(most, Integer.MAX_VALUE);
        List<List<Integer>> visited = new ArrayList<>();
        while (strategy.departures() == most) {
            visited.add(run(strategy, salt));
            assertThat(strategy.isExhausted()).isFalse();
        }
        assertThat(visited).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                all(salt).stream().filter(path -> departures(path) <= most).toList());
    }

    @Property(tries = 50, seed = "20261122")
    void whateverTheFirstBoundsItIsOnlyExhaustedWhenAllWasTried(
            @ForAll int salt,
            @ForAll @IntRange(min = 0, max = 3) int departures,
            @ForAll @IntRange(min = 1, max = 5) int choices) {
        DfsStrategy strategy = DfsStrategy.within(departures, choices);
        Set<List<Integer>> visited = new LinkedHashSet<>();
        while (!strategy.isExhausted()) {
            visited.add(run(strategy, salt));
        }
        assertThat(visited).isEqualTo(all(salt));
    }

    @Test
    void aBoundThatCutsSomethingSaysSo() {
        DfsStrategy strategy = DfsStrategy.within(1, 2);
        assertThat(strategy.isCut()).isFalse();
        run(strategy, 0);
        assertThat(strategy.isCut()).isTrue();
    }
}
