package dev.countermand.explore.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.report.TraceDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignedRunTest {
    /** A moment at which one of several tasks, named with their places, may be cancelled. */
    private record Moment(List<String> candidates) implements Alternatives {
        @Override
        public String label() {
            return String.join(", ", candidates);
        }

        @Override
        public String describe(int picked) {
            return picked == 0 ? "none" : candidates.get(picked - 1);
        }
    }

    private static boolean cancels(Choices choices, String... candidates) {
        return choices.choose(ChoiceKind.CANCEL, new Moment(List.of(candidates)),
                candidates.length + 1) > 0;
    }

    /** Fails if the task is cancelled the second time it could be at its lock. */
    private static final Program BEFORE = new ToyProgram(choices -> {
        cancels(choices, "a at /lock");
        return cancels(choices, "a at /lock") ? "lost" : null;
    });

    private static final TraceDocument KEPT = BEFORE.record(
            Schedule.parse("1:1").scheduler(), new RunOrigin(0, "schedule"));

    @Test
    void choicesPutInElsewhereDoNoHarm() {
        Recheck recheck = Recheck.of(new ToyProgram(choices -> {
            cancels(choices, "b at /queue");
            cancels(choices, "b at /queue", "a at /lock");
            cancels(choices, "b at /queue");
            return cancels(choices, "a at /lock") ? "lost" : null;
        }), KEPT);
        assertThat(recheck.verdict()).isEqualTo(Recheck.Verdict.STILL_FAILING);
        assertThat(recheck.text()).isEqualTo("aligned 2 of 2 choices");
    }

    @Test
    void aProgramThatStandsTheScheduleIsFixed() {
        Recheck recheck = Recheck.of(new ToyProgram(choices -> {
            cancels(choices, "a at /lock");
            cancels(choices, "a at /lock");
            return null;
        }), KEPT);
        assertThat(recheck.verdict()).isEqualTo(Recheck.Verdict.FIXED);
    }

    @Test
    void aTaskThatWaitsAtAnotherPlaceNowIsFoundByItsName() {
        Recheck recheck = Recheck.of(new ToyProgram(choices -> {
            cancels(choices, "a at /new/lock");
            return cancels(choices, "a at /new/lock") ? "lost" : null;
        }), KEPT);
        assertThat(recheck.verdict()).isEqualTo(Recheck.Verdict.STILL_FAILING);
    }

    @Test
    void aCleanRunThatCouldNotDoAllOfItProvesNothing() {
        Recheck recheck = Recheck.of(new ToyProgram(choices -> {
            cancels(choices, "a at /lock");
            return null;
        }), KEPT);
        assertThat(recheck.verdict()).isEqualTo(Recheck.Verdict.DRIFTED);
        assertThat(recheck.text()).isEqualTo(
                "aligned 1 of 2 choices; drift at step 0: cancel \"a at /lock\", time 2");
    }

    @Test
    void anotherFailureIsNotTheSameOne() {
        Recheck recheck = Recheck.of(new ToyProgram(choices -> {
            cancels(choices, "a at /lock");
            return cancels(choices, "a at /lock") ? "doubled" : null;
        }), KEPT);
        assertThat(recheck.verdict()).isEqualTo(Recheck.Verdict.FAILS_OTHERWISE);
    }
}
