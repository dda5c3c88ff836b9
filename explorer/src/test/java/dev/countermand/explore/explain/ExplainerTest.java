package dev.countermand.explore.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.kit.MadeUpProgram;
import dev.countermand.report.Explanation;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Trial;
import dev.countermand.report.Explanation.Verdict;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final RunOrigin ORIGIN = new RunOrigin(1, "random");

    private static Explanation explain(MadeUpProgram.Body body, String schedule) {
        Program program = new MadeUpProgram(body);
        return new Explainer(program).explain(Schedule.parse(schedule), ORIGIN);
    }

    @Test
    void ofATieEveryAnswerIsTriedAndNamed() {
        Explanation explanation = explain(asking -> switch (asking.tie("a", "b", "c")) {
            case 0 -> null;
            case 1 -> "wrong";
            default -> "wrong in another way";
        }, "0:1");
        assertThat(explanation.departures()).hasSize(1);
        assertThat(explanation.departures().get(0).trials()).containsExactly(
                new Trial(new Change.Pick(0, "a"), Verdict.PASSES),
                new Trial(new Change.Pick(1, "b"), Verdict.FAILS),
                new Trial(new Change.Pick(2, "c"), Verdict.FAILS_OTHERWISE));
        assertThat(explanation.others()).isEqualTo(new Explanation.Others(0, 0, 0));
    }

    @Test
    void ofACancelTheChancesBeforeAndAfterAreTriedToo() {
        Explanation explanation = explain(asking -> {
            boolean wrong = false;
            for (int i = 0; i < 9; i++) {
                wrong |= asking.cancel("main", "await " + i) && i >= 4;
            }
            return wrong ? "lost" : null;
        }, "4:1");
        assertThat(explanation.departures().get(0).trials()).containsExactly(
                new Trial(new Change.Pick(0, "none"), Verdict.PASSES),
                new Trial(new Change.Pick(1, "main at await 4"), Verdict.FAILS),
                new Trial(new Change.Shift(-1), Verdict.PASSES),
                new Trial(new Change.Shift(1), Verdict.FAILS));
    }

    @Test
    void aDepartureBehindTheChangedOneIsKeptThoughItsNumberShifts() {
        Explanation explanation = explain(asking -> {
            int rounds = asking.value("rounds", 3);
            for (int i = 0; i < rounds; i++) {
                asking.tie("x", "y");
            }
            return asking.cancel("main", "await") ? "lost" : null;
        }, "0:2,3:1");
        assertThat(explanation.departures().get(0).trials())
                .extracting(Trial::verdict).containsOnly(Verdict.FAILS);
        assertThat(explanation.needed()).isEqualTo(1);
        assertThat(explanation.departures().get(1).without()).isEqualTo(Verdict.PASSES);
    }

    @Test
    void otherOrdersAndValuesAreChangedOneByOneButNoFaultIsAdded() {
        Explanation explanation = explain(asking -> {
            int order = asking.tie("a", "b");
            int rescue = asking.value("size", 4);
            asking.cancel("main", "await");
            return order == 1 && rescue < 2 ? "wrong" : null;
        }, "0:1");
        assertThat(explanation.others()).isEqualTo(new Explanation.Others(3, 2, 0));
    }

    @Test
    void inALongRunNotAllOtherChoicesAreTriedAndThatIsSaid() {
        Explanation explanation = explain(asking -> {
            int first = asking.tie("a", "b");
            for (int i = 0; i < 2_000; i++) {
                asking.tie("x", "y");
            }
            return first == 1 ? "wrong" : null;
        }, "0:1");
        assertThat(explanation.others()).isEqualTo(new Explanation.Others(250, 0, 1_750));
    }

    @Test
    void theNearestRunIsTheOneThatPassesAndDiffersLast() {
        Explanation explanation = explain(asking -> {
            int sum = asking.value("early", 2);
            asking.tie("x", "y");
            return sum + asking.value("late", 2) == 2 ? "wrong" : null;
        }, "0:1,2:1");
        Explanation.NearestRun nearest = Objects.requireNonNull(explanation.nearest());
        assertThat(nearest.departure()).isEqualTo(1);
        assertThat(nearest.change()).isEqualTo(new Change.Pick(0, "0"));
        assertThat(nearest.run().verdict().violations()).isEmpty();
        assertThat(nearest.run().origin().seed()).isEqualTo(1);
    }

    @Test
    void withoutAnyRunThatPassesThereIsNoNearestOne() {
        Explanation explanation = explain(asking -> {
            asking.tie("a", "b");
            return "always";
        }, "fifo");
        assertThat(explanation).isEqualTo(
                new Explanation(List.of(), new Explanation.Others(1, 0, 0), null));
    }

    @Test
    void aScheduleThatPassesCannotBeExplained() {
        assertThatThrownBy(() -> explain(asking -> null, "fifo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the schedule fifo does not fail");
    }
}
