package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Delay-bounded scheduling: asyncio's order, but for a few delays.
 *
 * <p>A deterministic scheduler is left alone except for at most k delays, each of which passes over
 * the one that would act next. Few delays find most bugs, and there are only so many ways to place
 * them (Emmi, Qadeer and Rakamaric, "Delay-bounded scheduling", POPL 2011).
 *
 * <p>The paper enumerates the placements; here they are drawn: each run has one to k delays, placed
 * evenly over the choices that earlier runs had. A delay that falls on the moment before a step
 * becomes a cancel.
 */
public final class DelayBoundedStrategy implements Strategy {
    /** Nearly all known bugs need no more. */
    public static final int DEFAULT_DELAYS = 2;

    private final int[] places;
    private final DelayedRun run = new DelayedRun();
    private final ValueSampler values = new ValueSampler(ValueSampler.Start.AT_RANDOM);
    private final LearnedLength length = new LearnedLength();

    /**
     * Creates the strategy.
     *
     * @param delays how many delays a run may have, at least 1
     * @throws IllegalArgumentException if it is less
     */
    public DelayBoundedStrategy(int delays) {
        if (delays < 1) {
            throw new IllegalArgumentException("at least 1 delay is needed, not " + delays);
        }
        places = new int[delays];
    }

    @Override
    public String name() {
        return "delay";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "delay");
        values.startRun(random);
        run.random = random;
        run.moment = 0;
        int count = 1 + random.nextInt(places.length);
        for (int i = 0; i < places.length; i++) {
            places[i] = i < count ? length.draw(random) : -1;
        }
        return run;
    }

    @Override
    public void runEnded(long steps) {
        length.learn(run.moment);
    }

    /** The scheduler of all runs, one after the other. */
    private final class DelayedRun implements Scheduler {
        private RandomStream random = new RandomStream(0);
        private int moment;

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case FAULT -> delaysNow() > 0 ? 1 + random.nextInt(bound - 1) : 0;
                case ORDER -> Math.min(delaysNow(), bound - 1);
            };
        }

        private int delaysNow() {
            int now = 0;
            for (int place : places) {
                if (place == moment) {
                    now++;
                }
            }
            moment++;
            return now;
        }
    }
}
