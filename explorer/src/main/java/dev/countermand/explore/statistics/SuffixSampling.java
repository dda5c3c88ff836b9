package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.report.ExplorationStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Finds the choice that makes a failure likely: from each prefix of the failing run, runs are made
 * that go on at random. Where the share that fails jumps, the choice just made is the culprit, even
 * if it is one that asyncio makes itself and that a shrunk schedule therefore does not name.
 *
 * <p>Of a run with very many choices, first evenly spread prefixes are sampled, then ever more
 * around the largest rise.
 */
public final class SuffixSampling {
    /** How the rest of a run is decided. */
    public static final String STRATEGY = new RandomStrategy().name();

    private static final int MOST_PREFIXES = 256;
    private static final int SEED_BITS = 53;

    private final Program program;
    private final Schedule schedule;
    private final long seed;
    private final int samples;

    /**
     * Prepares it.
     *
     * @param schedule a schedule that fails
     * @param seed from which the random runs are derived
     * @param samples how many runs are made from each prefix, at least 1
     */
    public SuffixSampling(Program program, Schedule schedule, long seed, int samples) {
        this.program = program;
        this.schedule = schedule;
        this.seed = seed;
        this.samples = samples;
    }

    /**
     * Samples.
     *
     * @param stop asked between prefixes: true ends it early, with those that are sampled by then
     * @return the points in the order of their choices: for none fixed, for all, and between; empty
     *     if the schedule does not fail
     */
    public List<SuffixPoint> points(BooleanSupplier stop) {
        PickRecorder picks = new PickRecorder(schedule.scheduler());
        RunOutcome outcome = program.run(picks);
        if (outcome.isClean()) {
            return List.of();
        }
        FailureKey key = outcome.failureKey();
        TreeMap<Integer, SuffixPoint> points = new TreeMap<>();
        int all = picks.count();
        int evenly = all < MOST_PREFIXES ? all : MOST_PREFIXES / 2;
        for (int i = 0; i <= evenly && !stop.getAsBoolean(); i++) {
            int choices = evenly == 0 ? 0 : (int) ((long) all * i / evenly);
            points.put(choices, sample(choices, key));
        }
        while (points.size() < Math.min(all, MOST_PREFIXES) && !stop.getAsBoolean()) {
            int choices = middleOfTheSteepestGap(new ArrayList<>(points.values()));
            if (choices < 0) {
                break;
            }
            points.put(choices, sample(choices, key));
        }
        return List.copyOf(points.values());
    }

    /** Where prefixes lie between two neighbours, and the most is gained; -1 if nowhere. */
    private static int middleOfTheSteepestGap(List<SuffixPoint> points) {
        int middle = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            int low = points.get(i - 1).choices();
            int high = points.get(i).choices();
            double rise = points.get(i).statistics().failureRate()
                    - points.get(i - 1).statistics().failureRate();
            if (high - low > 1 && rise > highest) {
                highest = rise;
                middle = (low + high) >>> 1;
            }
        }
        return middle;
    }

    private SuffixPoint sample(int choices, FailureKey key) {
        RandomStream seeds = RandomStream.of(seed, "suffix " + choices);
        long failed = 0;
        long choicePoints = 0;
        for (int i = 0; i < samples; i++) {
            RunOutcome outcome = program.run(new Prefixed(choices, schedule.scheduler(),
                    new RandomStrategy().scheduler(seeds.nextLong() >>> (Long.SIZE - SEED_BITS))));
            failed += !outcome.isClean() && outcome.failureKey().equals(key) ? 1 : 0;
            choicePoints += outcome.choicePoints();
        }
        return new SuffixPoint(choices,
                new ExplorationStatistics(samples, failed, choicePoints));
    }

    /** Answers by one scheduler first, then by another. */
    private static final class Prefixed implements Scheduler {
        private final int length;
        private final Scheduler prefix;
        private final Scheduler suffix;
        private int asked;

        Prefixed(int length, Scheduler prefix, Scheduler suffix) {
            this.length = length;
            this.prefix = prefix;
            this.suffix = suffix;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return (asked++ < length ? prefix : suffix).choose(kind, about, bound);
        }
    }
}
