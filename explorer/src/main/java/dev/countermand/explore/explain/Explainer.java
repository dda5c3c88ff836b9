package dev.countermand.explore.explain;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.Landmark;
import dev.countermand.explore.align.RealignedRun;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.Explanation;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Verdict;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says why a schedule fails, by changing it in one place at a time and running it again.
 *
 * <p>It is meant for a shrunk schedule: with many departures there is much to try and little to
 * understand.
 */
public final class Explainer {
    /** Departures beyond these are not looked into. */
    private static final int MOST_DEPARTURES = 8;

    private final Program program;

    /** Creates an explainer of a program's failures. */
    public Explainer(Program program) {
        this.program = program;
    }

    /**
     * Explains a failure.
     *
     * @param schedule a schedule that fails
     * @param origin what the runs that are recorded say of their choices' origin
     * @throws IllegalArgumentException if the schedule does not fail
     */
    public Explanation explain(Schedule schedule, RunOrigin origin) {
        RunOutcome outcome = program.run(schedule.scheduler());
        if (outcome.isClean()) {
            throw new IllegalArgumentException("the schedule " + schedule + " does not fail");
        }
        return new Work(schedule, outcome.failureKey(), origin).explain();
    }

    /** A departure changed, and how to run that. */
    private record Candidate(
            int departure, Change change, Supplier<Scheduler> run, Verdict verdict) {
        Explanation.Trial trial() {
            return new Explanation.Trial(change, verdict);
        }
    }

    /** The explanation of one schedule. */
    private final class Work {
        private final Schedule schedule;
        private final FailureKey key;
        private final RunOrigin origin;
        private final List<Landmark> landmarks;
        private final List<Candidate> passing = new ArrayList<>();

        Work(Schedule schedule, FailureKey key, RunOrigin origin) {
            this.schedule = schedule;
            this.key = key;
            this.origin = origin;
            this.landmarks = Landmark.of(program, schedule);
        }

        Explanation explain() {
            OfferedWords offered = new OfferedWords(schedule);
            program.run(offered);
            List<Explanation.Departure> departures = new ArrayList<>();
            for (int i = 0; i < Math.min(MOST_DEPARTURES, landmarks.size()); i++) {
                departures.add(departure(i, offered.words().get(i)));
            }
            return new Explanation(departures,
                    new OtherChoices(program, schedule, landmarks).tryAll(), nearest());
        }

        private Explanation.Departure departure(int position, List<String> words) {
            List<Explanation.Trial> trials = new ArrayList<>();
            int own = landmarks.get(position).departure().pick();
            for (int pick = 0; pick < words.size(); pick++) {
                if (pick < OfferedWords.MOST || pick == own) {
                    Change change = new Change.Pick(pick, words.get(pick));
                    trials.add(candidate(position, change).trial());
                }
            }
            if (landmarks.get(position).isFault()) {
                for (int chances : new int[] {-1, 1}) {
                    trials.add(candidate(position, new Change.Shift(chances)).trial());
                }
            }
            return new Explanation.Departure(trials);
        }

        private Candidate candidate(int position, Change change) {
            Supplier<Scheduler> run = change instanceof Change.Pick pick
                    ? () -> withPick(position, pick.pick())
                    : () -> shifted(position, ((Change.Shift) change).chances());
            RunOutcome outcome = program.run(run.get());
            Verdict verdict = outcome.isClean() ? Verdict.PASSES
                    : outcome.failureKey().equals(key) ? Verdict.FAILS
                    : Verdict.FAILS_OTHERWISE;
            Candidate candidate = new Candidate(position, change, run, verdict);
            if (verdict == Verdict.PASSES) {
                passing.add(candidate);
            }
            return candidate;
        }

        private Scheduler withPick(int position, int pick) {
            List<Schedule.Departure> fixed =
                    new ArrayList<>(schedule.departures().subList(0, position));
            if (pick != 0) {
                fixed.add(new Schedule.Departure(
                        schedule.departures().get(position).index(), pick));
            }
            return new RealignedRun(new Schedule(fixed),
                    landmarks.subList(position + 1, landmarks.size()),
                    Landmark.Detail.TASK_AND_AWAIT);
        }

        /** What comes before stays by number; an earlier chance may lie before it all the same. */
        private Scheduler shifted(int position, int chances) {
            List<Landmark> moved = new ArrayList<>();
            moved.add(landmarks.get(position).shifted(chances));
            moved.addAll(landmarks.subList(position + 1, landmarks.size()));
            return new RealignedRun(new Schedule(schedule.departures().subList(0, position)),
                    moved, Landmark.Detail.TASK);
        }

        /** Of the runs that pass, the one whose events begin like the failing run's for longest. */
        private Explanation.@Nullable NearestRun nearest() {
            if (passing.isEmpty()) {
                return null;
            }
            TraceDocument failing = program.record(schedule.scheduler(), origin);
            Explanation.NearestRun nearest = null;
            int longest = -1;
            for (Candidate candidate : passing) {
                TraceDocument run = program.record(candidate.run().get(), origin);
                int common = commonEvents(failing, run);
                if (common > longest) {
                    longest = common;
                    nearest = new Explanation.NearestRun(
                            candidate.departure(), candidate.change(), run);
                }
            }
            return nearest;
        }
    }

    private static int commonEvents(TraceDocument one, TraceDocument other) {
        int shorter = Math.min(one.events().size(), other.events().size());
        return IntStream.range(0, shorter)
                .filter(i -> !one.events().get(i).equals(other.events().get(i)))
                .findFirst().orElse(shorter);
    }
}
