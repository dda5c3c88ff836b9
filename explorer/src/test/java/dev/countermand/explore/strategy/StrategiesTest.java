package dev.countermand.explore.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.kit.Moment;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategiesTest {
    private static final int LENGTH = 40;

    /** Fails if task 1 is cancelled late, with a certain value, in a certain order. */
    private static final Program RARE = new ToyProgram(choices -> {
        int value = choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("value"), 5);
        int tie = choices.choose(ChoiceKind.TIMER_TIE, Moment.ofTasks(List.of(1L, 2L, 3L)), 3);
        return cancelledAt(choices) == 33 & value == 3 & tie == 1 ? "late" : null;
    });

    private static int cancelledAt(Choices choices) {
        for (int i = 0; i < LENGTH; i++) {
            Standing standing = i % 3 == 0 ? Standing.WOKEN : Standing.WAITING;
            if (choices.choose(ChoiceKind.CANCEL, Moment.ofCancel(standing), 2) == 1) {
                return i;
            }
        }
        return -1;
    }

    static List<String> names() {
        return Strategies.names();
    }

    private static SearchPlan plan(String name) {
        SearchPlan plan = Strategies.byName(name);
        assertThat(plan).isNotNull();
        return plan;
    }

    @Test
    void theDefaultIsThePortfolioAndThereIsNoOtherOfItsName() {
        assertThat(Strategies.names()).startsWith(Strategies.DEFAULT).doesNotHaveDuplicates()
                .contains("random", "pct", "pos", "surw", "delay", "dfs", "sweep",
                        "cancel-schedule", "second-order");
        assertThat(Strategies.byName("guessing")).isNull();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameSchedules(String name) {
        assertThat(schedules(name, 5)).isEqualTo(schedules(name, 5));
    }

    private static List<Schedule> schedules(String name, long seed) {
        List<Schedule> schedules = new ArrayList<>();
        new Search(new ToyProgram(choices -> {
            cancelledAt(choices);
            choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("value"), 5);
            return null;
        }), plan(name), SearchLimits.of(200, seed),
                lane -> (number, picks, outcome) -> schedules.add(picks.schedule()))
                .run(runs -> {});
        return schedules;
    }

    @ParameterizedTest
    @MethodSource("names")
    void theResultIsTheSameForAnyNumberOfWorkers(String name) {
        SearchResult alone = search(name, 1);
        assertThat(alone.ending()).isEqualTo(SearchResult.Ending.FOUND);
        assertThat(search(name, 2)).isEqualTo(alone);
        assertThat(search(name, 4)).isEqualTo(alone);
    }

    private static SearchResult search(String name, int workers) {
        return new Search(RARE, plan(name), new SearchLimits(200_000, 11, workers, () -> false))
                .run(runs -> {});
    }
}
