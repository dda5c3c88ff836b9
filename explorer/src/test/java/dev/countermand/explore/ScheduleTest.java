package dev.countermand.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final int BOUND = 4;

    private static int[] ask(ScheduledRun run, int times) {
        int[] answers = new int[times];
        for (int i = 0; i < times; i++) {
            answers[i] = run.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), BOUND);
        }
        return answers;
    }

    @Property(seed = "20261122")
    void theAnswersOfARunComeBackFromItsScheduleAndFromItsText(
            @ForAll @Size(max = 40) List<@IntRange(max = 3) Integer> answers) {
        int[] picks = answers.stream().mapToInt(Integer::intValue).toArray();
        Schedule schedule = Schedule.ofPicks(picks, picks.length);
        assertThat(Schedule.parse(schedule.toString())).isEqualTo(schedule);
        ScheduledRun run = schedule.scheduler();
        assertThat(ask(run, picks.length)).isEqualTo(picks);
        assertThat(run.misfits()).isZero();
        assertThat(ask(run, 5)).containsOnly(0);
    }

    @Test
    void theScheduleWithoutDeparturesIsCalledFifo() {
        assertThat(Schedule.FIFO).hasToString("fifo");
        assertThat(Schedule.parse("fifo")).isEqualTo(Schedule.FIFO);
    }

    @Test
    void whatDoesNotFitIsAnsweredWithZeroAndCounted() {
        ScheduledRun run = Schedule.parse("0:9,2:3,7:1").scheduler();
        assertThat(ask(run, 4)).containsExactly(0, 0, 3, 0);
        assertThat(run.misfits()).isEqualTo(2);
    }

    @Test
    void theFirstDepartureThatDoesNotFitIsTold() {
        ScheduledRun run = Schedule.parse("0:1,1:9,3:1").scheduler();
        ask(run, 2);
        assertThat(run.firstMisfit()).isEqualTo(
                "choice 1: the schedule picks 9, but there are 0, 1, 2 and 3");
        ScheduledRun ended = Schedule.parse("0:1,3:1").scheduler();
        ask(ended, 1);
        assertThat(ended.firstMisfit()).isEqualTo(
                "choice 3: the schedule picks 1, but the run ended after 1 choice");
        ask(ended, 4);
        assertThat(ended.firstMisfit()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:2,", "a:1", "1:0", "-1:1", "3:1,2:1", "2:1,2:2", "1:2:3"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse(text))
                .withMessageStartingWith("expected ");
    }
}
