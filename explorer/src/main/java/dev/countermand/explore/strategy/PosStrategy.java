package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Partial order sampling: a random priority for each event, and a new one for what it races with.
 *
 * <p>The pending event with the highest priority happens; the events that race with it draw their
 * priorities anew, so that each partial order has its chance, where a plain random walk prefers
 * those with many interleavings (Yuan, Yang and Gu, "Partial order aware concurrency sampling", CAV
 * 2018).
 *
 * <p>The alternatives of a legal choice are about one object (timers due together, the children of
 * a group), so all of them race. What the handles of the ready queue will touch is not known here:
 * they keep their priorities until they run, which is the paper's algorithm without its
 * resampling. A cancel that may come is a pending event too: it has one priority from the moment it
 * may come, is compared with that of each step it could precede, and so lands before the j-th of
 * them with probability 1 / (j (j + 1)).
 */
public final class PosStrategy implements Strategy {
    private final PosRun run = new PosRun();
    private final ValueSampler values = new ValueSampler(ValueSampler.Start.AT_RANDOM);

    @Override
    public String name() {
        return "pos";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "pos");
        values.startRun(random);
        run.start(random);
        return run;
    }

    /** The scheduler of all runs, one after the other. */
    private final class PosRun implements Scheduler {
        private final ActorTable steps = new ActorTable();
        private final ActorTable cancels = new ActorTable();
        private RandomStream random = new RandomStream(0);

        void start(RandomStream randomOfRun) {
            random = randomOfRun;
            steps.clear();
            cancels.clear();
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case FAULT -> fault(about, bound);
                case ORDER -> kind == ChoiceKind.READY || kind == ChoiceKind.THREAD
                        ? ready(about, bound) : random.nextInt(bound);
            };
        }

        private int fault(Alternatives about, int bound) {
            long best = random.nextLong() >>> 1;
            int pick = 0;
            for (int i = 1; i < bound; i++) {
                long priority = priority(cancels, about.actor(i));
                if (priority > best) {
                    best = priority;
                    pick = i;
                }
            }
            if (pick > 0) {
                cancels.put(about.actor(pick), random.nextLong() >>> 1);
            }
            return pick;
        }

        private int ready(Alternatives about, int bound) {
            long best = -1;
            int pick = 0;
            for (int i = 0; i < bound; i++) {
                long actor = about.actor(i);
                long priority = actor == 0
                        ? random.nextLong() >>> 1 : priority(steps, actor);
                if (priority > best) {
                    best = priority;
                    pick = i;
                }
            }
            long actor = about.actor(pick);
            if (actor != 0) {
                steps.put(actor, random.nextLong() >>> 1);
            }
            return pick;
        }

        private long priority(ActorTable table, long actor) {
            if (!table.has(actor)) {
                table.put(actor, random.nextLong() >>> 1);
            }
            return table.get(actor);
        }
    }
}
