package dev.countermand.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuffixSamplingTest {
    private static final int SAMPLES = 200;

    /** Some choices of four each; the run fails if one of them picks what it must not. */
    private static Program decidedBy(int culprit, int pick, int all) {
        return new ToyProgram(choices -> {
            boolean fails = false;
            for (int i = 0; i < all; i++) {
                int answer = choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x" + i), 4);
                fails |= i == culprit && answer == pick;
            }
            return fails ? "wrong" : null;
        });
    }

    private static List<SuffixPoint> points(Program program, String schedule) {
        return new SuffixSampling(program, Schedule.parse(schedule), 7, SAMPLES)
                .points(() -> false);
    }

    @Property(tries = 40, seed = "20261122")
    void theCulpritIsTheChoiceThatDecides(
            @ForAll @IntRange(max = 39) int culprit, @ForAll @IntRange(min = 1, max = 3) int pick) {
        List<SuffixPoint> points =
                points(decidedBy(culprit, pick, 40), culprit + ":" + pick);
        assertThat(points).hasSize(41);
        assertThat(SuffixPoint.culprit(points)).hasValue(culprit + 1);
        assertThat(points.get(culprit).statistics().failureRate()).isBetween(0.12, 0.4);
        assertThat(points.get(culprit + 1).statistics().failureRate()).isEqualTo(1);
    }

    /** A shrunk schedule cannot name such a choice, as it is not a departure. */
    @Test
    void theCulpritMayBeAChoiceThatAsyncioMakesToo() {
        List<SuffixPoint> points = points(decidedBy(5, 0, 10), "fifo");
        assertThat(SuffixPoint.culprit(points)).hasValue(6);
    }

    @Test
    void ofThousandsOfChoicesTheOneThatDecidesIsStillFoundExactly() {
        List<SuffixPoint> points = points(decidedBy(3_071, 2, 5_000), "3071:2");
        assertThat(points).hasSizeLessThanOrEqualTo(256);
        int culprit = SuffixPoint.culprit(points).orElseThrow();
        assertThat(points.get(culprit).choices()).isEqualTo(3_072);
        assertThat(points.get(culprit - 1).choices()).isEqualTo(3_071);
    }

    @Test
    void whereEveryChoiceCountsALittleNoneIsTheCulprit() {
        Program program = new ToyProgram(choices -> {
            int sum = 0;
            for (int i = 0; i < 60; i++) {
                sum += choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x" + i), 2);
            }
            return sum < 30 ? "low" : null;
        });
        assertThat(SuffixPoint.culprit(points(program, "fifo"))).isEmpty();
    }

    @Test
    void aScheduleThatPassesHasNoPoints() {
        assertThat(points(decidedBy(0, 1, 3), "fifo")).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        assertThat(points(decidedBy(2, 1, 9), "2:1")).isEqualTo(points(decidedBy(2, 1, 9), "2:1"));
    }
}
