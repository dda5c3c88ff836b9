package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Cancels at position 0, then 1, then 2, and so on.
 *
 * <p>A position is one task that may be cancelled at one moment between two steps, or in one in
 * which nothing is ready. All else is choice 0, until a run ends before its position comes up. Then
 * the sweep begins again, with other values and another order, drawn for the whole round. So no
 * cancel of the first rounds is left to luck: the systematic injection of faults of Gunawi and
 * others, "FATE and DESTINI: a framework for cloud recovery testing", NSDI 2011.
 *
 * <p>A program without any choice but the cancels is exhausted after one round: it has been
 * cancelled once everywhere. More than one cancel in a run is the business of the strategy {@code
 * second-order}.
 */
public final class CancelSweepStrategy implements Strategy {
    private final SweepRun run = new SweepRun();
    private int target;
    private long roundSeed;
    private boolean isFirstRound = true;
    private boolean hasOtherChoices;
    private boolean isExhausted;

    @Override
    public String name() {
        return "sweep";
    }

    @Override
    public Scheduler scheduler(long seed) {
        if (target == 0) {
            roundSeed = seed;
        }
        run.start();
        return run;
    }

    @Override
    public void runEnded(long steps) {
        if (run.position > target) {
            target++;
            return;
        }
        isExhausted = !hasOtherChoices;
        target = 0;
        isFirstRound = false;
    }

    @Override
    public boolean isExhausted() {
        return isExhausted;
    }

    /** The scheduler of all runs, one after the other. */
    private final class SweepRun implements Scheduler {
        private RandomStream random = new RandomStream(0);
        private int position;

        void start() {
            random = RandomStream.of(roundSeed, "sweep");
            position = 0;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            if (kind.stream() != ChoiceKind.Stream.FAULT) {
                hasOtherChoices = true;
                return isFirstRound ? 0 : random.nextInt(bound);
            }
            int first = position;
            position += bound - 1;
            return first <= target && target < position ? target - first + 1 : 0;
        }
    }
}
