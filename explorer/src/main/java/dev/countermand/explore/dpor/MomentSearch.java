package dev.countermand.explore.dpor;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.RunAbandoned;
import dev.countermand.loop.schedule.Scheduler;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first search over all choices that does not go on from a moment it knows: happens-before
 * caching, after Musuvathi and Qadeer, "Partial-order reduction for context-bounded state
 * exploration" (Microsoft Research, MSR-TR-2007-12).
 *
 * <p>It is sound whatever the choices are, and whatever order the ready queue has, because a moment
 * (see {@link RunRecorder#moment}) holds all that the rest of the run depends on: equal moments
 * have equal futures. It needs no argument about which choice puts two steps in another order.
 */
final class MomentSearch {
    private static final int FIRST_DEPTH = 64;

    private final DporProgram program;
    private final ExhaustiveLimits limits;
    private final boolean adversarial;
    private final Set<Fingerprint> moments = new LinkedHashSet<>();
    private final Set<Fingerprint> classes = new LinkedHashSet<>();
    private int[] picks = new int[FIRST_DEPTH];
    private int[] bounds = new int[FIRST_DEPTH];
    private int depth;
    private long runs;

    MomentSearch(DporProgram program, ExhaustiveLimits limits) {
        this.program = program;
        this.limits = limits;
        this.adversarial = program.orders() == OrderMode.ADVERSARIAL;
    }

    ExhaustiveResult run() {
        do {
            if (runs == limits.runs()) {
                return bound(ExhaustiveResult.Bound.RUNS, limits.runs());
            }
            if (moments.size() > limits.states()) {
                return bound(ExhaustiveResult.Bound.STATES, limits.states());
            }
            ExhaustiveResult found = runOnce();
            if (found != null) {
                return found;
            }
        } while (nextPath());
        return new ExhaustiveResult.AllClasses(classes.size(), runs);
    }

    private ExhaustiveResult bound(ExhaustiveResult.Bound which, long limit) {
        return new ExhaustiveResult.BoundHit(which, limit, classes.size(), runs);
    }

    private @Nullable ExhaustiveResult runOnce() {
        RunRecorder recorder = new RunRecorder(adversarial);
        Walk walk = new Walk(recorder);
        PickRecorder answers = new PickRecorder(walk);
        runs++;
        RunOutcome outcome;
        try {
            outcome = program.run(answers, recorder);
        } catch (RunAbandoned known) {
            return null;
        }
        if (walk.abandoned) {
            return null;
        }
        classes.add(recorder.finish());
        if (!outcome.isClean()) {
            return new ExhaustiveResult.Found(
                    answers.schedule(), outcome, classes.size(), runs);
        }
        return recorder.stepLimit() > 0
                ? bound(ExhaustiveResult.Bound.STEPS, recorder.stepLimit())
                : null;
    }

    /** Goes to the next answer of the deepest choice that has one. */
    private boolean nextPath() {
        while (depth > 0) {
            if (++picks[depth - 1] < bounds[depth - 1]) {
                return true;
            }
            depth--;
        }
        return false;
    }

    private void deepen(int bound) {
        if (depth == picks.length) {
            picks = Arrays.copyOf(picks, depth * 2);
            bounds = Arrays.copyOf(bounds, depth * 2);
        }
        picks[depth] = 0;
        bounds[depth++] = bound;
    }

    /** Follows the path, then takes the first answers for as long as it is on new ground. */
    private final class Walk implements Scheduler {
        private final RunRecorder recorder;
        private int at;
        private boolean abandoned;

        Walk(RunRecorder recorder) {
            this.recorder = recorder;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            if (adversarial && kind == ChoiceKind.TIMER_TIE) {
                // Whatever order they come in, any of them may be taken first.
                return 0;
            }
            if (abandoned || at == depth && !isNew(kind, about, bound)) {
                abandoned = true;
                throw new RunAbandoned("what follows is known");
            }
            if (at == depth) {
                deepen(bound);
            }
            int pick = picks[at++];
            recorder.picked(kind, pick);
            return pick;
        }

        private boolean isNew(ChoiceKind kind, Alternatives about, int bound) {
            return moments.add(recorder.moment(kind, about, bound));
        }
    }
}
