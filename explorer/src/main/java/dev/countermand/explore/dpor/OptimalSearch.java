package dev.countermand.explore.dpor;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.Handle;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RunAbandoned;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Optimal dynamic partial-order reduction with wakeup trees, after Abdulla, Aronis, Jonsson and
 * Sagonas, "Source sets: a foundation for optimal dynamic partial order reduction" (Journal of the
 * ACM 64, 2017): one run for each class of orders.
 *
 * <p>A process is a task or one callback, an event one loop step; any process whose handle is ready
 * may run next. It covers runs in which nothing but the ready queue is open. When a run has
 * anything else, the search gives up and says so.
 */
final class OptimalSearch {
    private final DporProgram program;
    private final ExhaustiveLimits limits;
    private final List<Point> path = new ArrayList<>();
    private final Set<Fingerprint> classes = new LinkedHashSet<>();
    private long runs;

    OptimalSearch(DporProgram program, ExhaustiveLimits limits) {
        this.program = program;
        this.limits = limits;
    }

    /** A moment before a step, on the path that is explored. */
    private static final class Point {
        /** Processes whose next step needs no trying here, as what follows it was explored. */
        final Map<Long, Footprint> asleep;

        final WakeupTree toTry;

        /** The step that was made here in the latest run. */
        @Nullable LoopEvent step;

        Point(Map<Long, Footprint> asleep, WakeupTree toTry) {
            this.asleep = asleep;
            this.toTry = toTry;
        }

        LoopEvent made() {
            if (step == null) {
                throw new IllegalStateException("no step was made here yet");
            }
            return step;
        }

        /** What stays asleep after the step. */
        Map<Long, Footprint> stillAsleep() {
            Map<Long, Footprint> still = new LinkedHashMap<>();
            asleep.forEach((process, footprint) -> {
                if (!footprint.conflictsWith(made().footprint())) {
                    still.put(process, footprint);
                }
            });
            return still;
        }
    }

    /** Explores; null if the program has something that this search does not cover. */
    @Nullable ExhaustiveResult run() {
        do {
            if (runs == limits.runs()) {
                return new ExhaustiveResult.BoundHit(
                        ExhaustiveResult.Bound.RUNS, limits.runs(), classes.size(), runs);
            }
            RunRecorder recorder = new RunRecorder(true);
            Walk walk = new Walk(recorder);
            PickRecorder answers = new PickRecorder(walk);
            runs++;
            RunOutcome outcome = runOnce(answers, walk);
            if (walk.uncovered || recorder.isIrregular()) {
                return null;
            }
            Fingerprint trace = recorder.finish();
            noteSteps(recorder.steps());
            if (outcome != null) {
                classes.add(trace);
                if (!outcome.isClean()) {
                    return new ExhaustiveResult.Found(
                            answers.schedule(), outcome, classes.size(), runs);
                }
                if (recorder.stepLimit() > 0) {
                    return new ExhaustiveResult.BoundHit(ExhaustiveResult.Bound.STEPS,
                            recorder.stepLimit(), classes.size(), runs);
                }
                reverseRaces(recorder.steps());
            }
        } while (nextPath());
        return new ExhaustiveResult.AllClasses(classes.size(), runs);
    }

    /** The outcome of a run, null if it was broken off. */
    private @Nullable RunOutcome runOnce(PickRecorder answers, Walk walk) {
        try {
            RunOutcome outcome = program.run(
                    answers, new StepListener(walk.recorder, walk::stepBegins));
            return walk.abandoned ? null : outcome;
        } catch (RunAbandoned redundant) {
            return null;
        }
    }

    private void noteSteps(List<LoopEvent> steps) {
        if (steps.size() != path.size()) {
            throw new IllegalStateException("the same answers gave another run: " + steps.size()
                    + " steps where there were " + path.size());
        }
        for (int i = 0; i < steps.size(); i++) {
            path.get(i).step = steps.get(i);
        }
    }

    private void reverseRaces(List<LoopEvent> steps) {
        Races races = new Races(steps);
        races.forEach((first, second) -> {
            Point point = path.get(first.place);
            List<LoopEvent> sequence = races.reversal(first, second);
            if (!isCoveredByASleeper(point, sequence)) {
                point.toTry.insert(sequence);
            }
        });
    }

    private static boolean isCoveredByASleeper(Point point, List<LoopEvent> sequence) {
        for (Map.Entry<Long, Footprint> sleeper : point.asleep.entrySet()) {
            if (WakeupTree.mayComeFirst(sleeper.getKey(), sleeper.getValue(), sequence)) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the deepest point that has something left to try. */
    private boolean nextPath() {
        while (!path.isEmpty()) {
            Point last = path.get(path.size() - 1);
            LoopEvent tried = last.made();
            last.asleep.put(tried.process, tried.footprint());
            last.toTry.removeFirst();
            if (!last.toTry.isEmpty()) {
                last.step = null;
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    /** Decides which process runs next. */
    private final class Walk implements Scheduler {
        private final RunRecorder recorder;
        private int depth;
        private boolean decided;
        private boolean abandoned;
        private boolean uncovered;

        Walk(RunRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            if (kind == ChoiceKind.TIMER_TIE) {
                // Whatever order they come in, any of them may be taken first.
                return 0;
            }
            if (kind != ChoiceKind.READY) {
                uncovered = true;
                throw new RunAbandoned("not only the order of the ready queue is open");
            }
            recorder.settle();
            long[] ready = new long[bound];
            for (int i = 0; i < bound; i++) {
                ready[i] = recorder.processOf((Handle) about.subject(i));
            }
            int pick = next(ready);
            decided = true;
            return pick;
        }

        /** A step begins; it was decided upon unless there was but one that could. */
        void stepBegins(Handle handle) {
            if (!decided) {
                recorder.settle();
                next(new long[] {recorder.processOf(handle)});
            }
            decided = false;
        }

        private int next(long[] ready) {
            if (abandoned) {
                throw new RunAbandoned("it was abandoned before");
            }
            if (depth == path.size()) {
                path.add(newPoint(ready));
            }
            long process = path.get(depth++).toTry.first();
            for (int i = 0; i < ready.length; i++) {
                if (ready[i] == process) {
                    return i;
                }
            }
            // A step enabled what the reversal of a race counts on: leave it to the other search.
            uncovered = true;
            throw new RunAbandoned("a step that is to be tried is not ready");
        }

        private Point newPoint(long[] ready) {
            Map<Long, Footprint> asleep = new LinkedHashMap<>();
            WakeupTree toTry = new WakeupTree();
            if (depth > 0) {
                Point before = path.get(depth - 1);
                before.step = recorder.steps().get(depth - 1);
                asleep = before.stillAsleep();
                toTry = before.toTry.takeRestOfFirst();
            }
            if (toTry.isEmpty()) {
                toTry.start(firstAwake(ready, asleep));
            }
            return new Point(asleep, toTry);
        }

        private long firstAwake(long[] ready, Map<Long, Footprint> asleep) {
            for (long process : ready) {
                if (!asleep.containsKey(process)) {
                    return process;
                }
            }
            // All that follows was explored through one of those that sleep.
            abandoned = true;
            throw new RunAbandoned("what follows is known");
        }
    }
}
