package dev.countermand.explore.lasting;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a failure that was kept, now that the program may have been edited.
 *
 * @param verdict what became of it
 * @param run what came of the run that says so, with its choices realigned
 * @param schedule how that run departs from asyncio's
 * @param alignment how much of the recorded run could be made again
 */
public record Recheck(
        Verdict verdict, RunOutcome run, Schedule schedule, Alignment alignment) {

    /**
     * How much of a recorded run could be made again.
     *
     * @param aligned how many recorded choices came up again
     * @param total how many there are
     * @param drift the first one that did not come up; null if all did
     */
    public record Alignment(int aligned, int total, @Nullable Choice drift) {}

    /** What became of a kept failure. */
    public enum Verdict {
        /** The same failure comes again. */
        STILL_FAILING("still failing"),
        /** The run fails, but in another way. */
        FAILS_OTHERWISE("fails otherwise"),
        /** Every departure could be made again, and the run is clean. */
        FIXED("fixed"),
        /** The run is clean, but not all departures could be made: this proves nothing. */
        DRIFTED("drifted");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** The word for people and machines. */
        public String label() {
            return label;
        }
    }

    /**
     * Runs a kept failure's schedule again.
     *
     * <p>Choices are recognised by name and place; only if a departure is lost that way, and the
     * run is clean, by name alone as well.
     */
    public static Recheck of(Program program, TraceDocument kept) {
        Recheck exact = with(program, kept, AlignedRun.Match.NAME_AND_PLACE);
        if (exact.verdict != Verdict.DRIFTED) {
            return exact;
        }
        Recheck byName = with(program, kept, AlignedRun.Match.NAME);
        return byName.verdict == Verdict.STILL_FAILING ? byName : exact;
    }

    private static Recheck with(Program program, TraceDocument kept, AlignedRun.Match match) {
        AlignedRun aligned = new AlignedRun(kept.choices(), match);
        PickRecorder picks = new PickRecorder(aligned);
        RunOutcome outcome = program.run(picks);
        return new Recheck(
                verdict(kept.verdict().violations(), outcome, aligned.lostDepartures()),
                outcome, picks.schedule(),
                new Alignment(aligned.aligned(), aligned.total(), aligned.drift()));
    }

    private static Verdict verdict(List<Violation> kept, RunOutcome now, int lost) {
        if (!now.isClean()) {
            boolean same = !kept.isEmpty() && now.violations().stream()
                    .anyMatch(violation -> FailureKey.of(violation)
                            .equals(FailureKey.of(kept.get(0))));
            return same ? Verdict.STILL_FAILING : Verdict.FAILS_OTHERWISE;
        }
        return lost == 0 ? Verdict.FIXED : Verdict.DRIFTED;
    }

    /** One line such as {@code aligned 41 of 43 choices; drift at step 7: cancel "a at /x"}. */
    public String text() {
        Choice drift = alignment.drift();
        String head = "aligned " + alignment.aligned() + " of " + alignment.total()
                + (alignment.total() == 1 ? " choice" : " choices");
        return drift == null
                ? head
                : head + "; drift at step " + drift.step() + ": " + drift.kind().label() + " \""
                        + drift.pick() + "\", time " + drift.nth();
    }
}
