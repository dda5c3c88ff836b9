package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Two faults in one run, close to each other or to a batch of timers.
 *
 * <p>Clean-up code is the least tested code, and a second cancel while it runs the least tested of
 * all; in the same class are cancels that meet the timers of a timeout in one iteration, before
 * them, among them or just behind. So the first fault comes, in half of the runs, within a few
 * positions of a moment in which nothing was ready, which is when the clock moves on and timers
 * fire; in the others anywhere. The second one follows after a gap that is mostly short. Faults are
 * cancels and, in a run that offers them, SIGINTs: which one is drawn for each of the two. That
 * faults in the handling of faults deserve a search of their own is the point of Gunawi and others,
 * "FATE and DESTINI", NSDI 2011.
 */
public final class SecondOrderStrategy implements Strategy {
    private static final int LONGEST_DISTANCE = 4;

    private final DoubleFaultRun run = new DoubleFaultRun();
    private final ValueSampler values = new ValueSampler(ValueSampler.Start.AT_RANDOM);
    private final LearnedLength length = new LearnedLength();
    private int idleMoments;
    private boolean hasInterrupts;

    @Override
    public String name() {
        return "second-order";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "second-order");
        values.startRun(random);
        run.start(random);
        return run;
    }

    @Override
    public void runEnded(long steps) {
        length.learn(run.position);
        idleMoments = Math.max(idleMoments, run.idle);
    }

    /** The scheduler of all runs, one after the other. */
    private final class DoubleFaultRun implements Scheduler {
        private static final int NOT_YET = Integer.MAX_VALUE;

        private RandomStream random = new RandomStream(0);
        private boolean keepsOrder;
        private int position;
        private int idle;
        private int targetIdle;
        private int target;
        private int distance;
        private int made;

        void start(RandomStream randomOfRun) {
            random = randomOfRun;
            keepsOrder = random.nextInt(2) == 0;
            position = 0;
            idle = 0;
            made = 0;
            distance = random.nextInt(LONGEST_DISTANCE);
            if (idleMoments > 0 && random.nextInt(2) == 0) {
                targetIdle = 1 + random.nextInt(idleMoments);
                target = NOT_YET;
            } else {
                targetIdle = 0;
                target = length.draw(random);
            }
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case ORDER -> keepsOrder ? 0 : random.nextInt(bound);
                case FAULT -> fault(kind, bound);
            };
        }

        private int fault(ChoiceKind kind, int bound) {
            if (kind == ChoiceKind.INTERRUPT) {
                hasInterrupts = true;
            } else if (kind == ChoiceKind.IDLE_CANCEL && ++idle == targetIdle) {
                target = position + distance;
            }
            int here = position++;
            if (here < target || made == 2 || hasInterrupts && random.nextInt(2) == 0) {
                return 0;
            }
            made++;
            target = position + random.nextInt(1 + random.nextInt(2 * LONGEST_DISTANCE));
            return 1 + random.nextInt(bound - 1);
        }
    }
}
