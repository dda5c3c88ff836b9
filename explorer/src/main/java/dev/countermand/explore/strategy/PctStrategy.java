package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Probabilistic concurrency testing: random priorities with few changes.
 *
 * <p>Every task gets a random priority and of those that can act the highest one does. At d - 1
 * moments, drawn evenly from the length that earlier runs had, the task that would act falls below
 * all others. A bug that needs d ordering constraints among n tasks in a run of k moments is met
 * with a probability of at least 1 / (n k^(d-1)), which no other random walk promises (Burckhardt,
 * Kothari, Musuvathi and Nagarakatte, "A randomized scheduler with probabilistic guarantees of
 * finding bugs", ASPLOS 2010).
 *
 * <p>Here a moment is a choice of order or of a fault, and where it is a fault the change is that
 * the fault happens: one of the tasks that may be cancelled is. Whoever is no task gets a priority
 * for this one choice.
 */
public final class PctStrategy implements Strategy {
    /** The depth of most known bugs is at most this. */
    public static final int DEFAULT_DEPTH = 3;

    private final PctRun run;
    private final ValueSampler values = new ValueSampler(ValueSampler.Start.AT_RANDOM);
    private final LearnedLength length = new LearnedLength();

    /**
     * Creates the strategy for bugs of a given depth.
     *
     * @param depth how many constraints a bug has, at least 1
     * @throws IllegalArgumentException if it is less
     */
    public PctStrategy(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("a depth is at least 1, but is " + depth);
        }
        run = new PctRun(depth - 1);
    }

    @Override
    public String name() {
        return "pct";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "pct");
        values.startRun(random);
        run.start(random);
        return run;
    }

    @Override
    public void runEnded(long steps) {
        length.learn(run.moment);
    }

    /** The scheduler of all runs, one after the other. */
    private final class PctRun implements Scheduler {
        private final int[] changes;
        private final ActorTable priorities = new ActorTable();
        private RandomStream random = new RandomStream(0);
        private int moment;
        private int lowered;

        PctRun(int changeCount) {
            changes = new int[changeCount];
        }

        void start(RandomStream randomOfRun) {
            random = randomOfRun;
            priorities.clear();
            moment = 0;
            lowered = 0;
            for (int i = 0; i < changes.length; i++) {
                changes[i] = length.draw(random);
            }
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case FAULT -> changesNow() > 0 ? 1 + random.nextInt(bound - 1) : 0;
                case ORDER -> order(about, bound);
            };
        }

        /** How many changes fall on this moment; goes on to the next one. */
        private int changesNow() {
            int now = 0;
            for (int change : changes) {
                if (change == moment) {
                    now++;
                }
            }
            moment++;
            return now;
        }

        private int order(Alternatives about, int bound) {
            int highest = highest(about, bound);
            for (int i = changesNow(); i > 0; i--) {
                long actor = about.actor(highest);
                if (actor != 0) {
                    lowered--;
                    priorities.put(actor, lowered);
                    highest = highest(about, bound);
                }
            }
            return highest;
        }

        private int highest(Alternatives about, int bound) {
            int highest = 0;
            long best = Long.MIN_VALUE;
            for (int i = 0; i < bound; i++) {
                long priority = priority(about.actor(i));
                if (priority > best) {
                    best = priority;
                    highest = i;
                }
            }
            return highest;
        }

        /** Priorities that were drawn are positive, so that lowered ones lie below them. */
        private long priority(long actor) {
            if (actor != 0 && priorities.has(actor)) {
                return priorities.get(actor);
            }
            long drawn = random.nextLong() >>> 1;
            if (actor != 0) {
                priorities.put(actor, drawn);
            }
            return drawn;
        }
    }
}
