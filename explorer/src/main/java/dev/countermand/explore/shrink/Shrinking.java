package dev.countermand.explore.shrink;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule.Departure;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.ChoiceLog;
import dev.countermand.explore.align.Landmark;
import dev.countermand.explore.align.RealignedRun;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The work on one schedule: the best that is known, and the runs that were spent on it. */
final class Shrinking {
    private final Program program;
    private final FailureKey key;
    private final ShrinkLimits limits;

    /** What needs no second run, as the same numbers give the same run. */
    private final Set<Schedule> tried = new LinkedHashSet<>();

    private ChoiceLog last = new ChoiceLog();
    private ChoiceLog bestLog = new ChoiceLog();
    private @Nullable Best best;
    private @Nullable List<Landmark> landmarks;
    private long runs;
    private long steps;
    private int improvements;

    Shrinking(Program program, FailureKey key, ShrinkLimits limits) {
        this.program = program;
        this.key = key;
        this.limits = limits;
    }

    /**
     * A run that fails as it should.
     *
     * @param schedule what it really did, without departures that never came up
     */
    record Best(Schedule schedule, RunOutcome outcome, Size size) {}

    Best best() {
        if (best == null) {
            throw new IllegalStateException("nothing has failed yet");
        }
        return best;
    }

    /** The choices of the best run. */
    ChoiceLog bestLog() {
        return bestLog;
    }

    /** The choices of the last run, unless it is the best now. */
    ChoiceLog last() {
        return last;
    }

    List<Departure> departures() {
        return best().schedule().departures();
    }

    /** Whether no further run may begin. */
    boolean isSpent() {
        return runs >= limits.runs() || steps >= limits.steps();
    }

    long runs() {
        return runs;
    }

    long steps() {
        return steps;
    }

    int improvements() {
        return improvements;
    }

    /** Runs a schedule, unless that was done before; true if it is the best now. */
    boolean attempt(Schedule candidate) {
        return tried.add(candidate) && attempt(candidate.scheduler());
    }

    /** Makes a run; true if it is the best now. */
    private boolean attempt(Scheduler candidate) {
        if (isSpent()) {
            return false;
        }
        RunOutcome outcome = run(last.restart(candidate));
        if (outcome.isClean() || !outcome.failureKey().equals(key)) {
            return false;
        }
        Size size = Size.of(last, outcome.steps());
        if (best != null && !size.isSmallerThan(best.size())) {
            return false;
        }
        best = new Best(last.schedule(), outcome, size);
        ChoiceLog free = bestLog;
        bestLog = last;
        last = free;
        landmarks = null;
        improvements++;
        return true;
    }

    /** Makes a run only to see its choices, which are the last run's then. */
    void look(Schedule schedule) {
        if (!isSpent()) {
            run(last.restart(schedule.scheduler()));
        }
    }

    private RunOutcome run(Scheduler scheduler) {
        runs++;
        RunOutcome outcome = program.run(scheduler);
        steps += outcome.steps();
        return outcome;
    }

    /**
     * Changes the best schedule and tries several ways to find the departures behind the change
     * again: by their numbers, and by what they are about.
     *
     * @param fixed the departures that are taken by their numbers, ascending: those before the
     *     change, which nothing has shifted, and the change itself
     * @param followers the positions, in the best schedule's list, of those behind it that stay
     */
    boolean attempt(List<Departure> fixed, List<Integer> followers) {
        List<Departure> numbered = new ArrayList<>(fixed);
        int end = fixed.isEmpty() ? -1 : fixed.get(fixed.size() - 1).index();
        for (int position : followers) {
            Departure follower = departures().get(position);
            if (follower.index() > end) {
                numbered.add(follower);
            }
        }
        if (attempt(new Schedule(numbered))) {
            return true;
        }
        if (followers.isEmpty() || isSpent()) {
            return false;
        }
        List<Landmark> all = landmarks();
        List<Landmark> kept = followers.stream().map(all::get).toList();
        for (Landmark.Detail detail : Landmark.Detail.values()) {
            if (attempt(new RealignedRun(new Schedule(fixed), kept, detail))) {
                return true;
            }
        }
        return false;
    }

    private List<Landmark> landmarks() {
        if (landmarks == null) {
            landmarks = Landmark.of(program, best().schedule());
            runs++;
            steps += best().outcome().steps();
        }
        return landmarks;
    }
}
