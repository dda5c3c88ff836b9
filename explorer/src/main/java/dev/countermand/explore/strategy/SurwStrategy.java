package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStream;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.schedule.Strategy;

/**
 * Selectively uniform random walk: every interleaving of the events that matter is as likely as
 * every other.
 *
 * <p>A task is picked with a probability proportional to the events it still has to make, as
 * earlier runs counted them. That makes interleavings equally likely, where an even walk over the
 * tasks prefers those in which short tasks end early. When only the events of some tasks matter,
 * the next of these tasks is drawn so, and the others are picked evenly until it has acted (Zhao,
 * Wolff, Mathur and Roychoudhury, "Selectively uniform concurrency testing", ASPLOS 2025).
 *
 * <p>An event is a choice that picks the task. Half of the runs take all tasks to matter, the
 * others two that are drawn. A cancel is placed evenly over all positions that earlier runs had for
 * one.
 */
public final class SurwStrategy implements Strategy {
    private final Selection selection;
    private final SurwRun run = new SurwRun();
    private final ValueSampler values = new ValueSampler(ValueSampler.Start.AT_RANDOM);

    /** How many events of each task earlier runs had, the most of all runs. */
    private final ActorTable counts = new ActorTable();

    private int faultPositions;
    private int tasks;

    /** Whose events matter. */
    public enum Selection {
        /** Those of all tasks: the walk is uniform. */
        ALL,
        /** In every other run those of two tasks, drawn anew. */
        PAIRS
    }

    /** Creates the strategy. */
    public SurwStrategy(Selection selection) {
        this.selection = selection;
    }

    @Override
    public String name() {
        return "surw";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream random = RandomStream.of(seed, "surw");
        values.startRun(random);
        run.start(random);
        return run;
    }

    @Override
    public void runEnded(long steps) {
        faultPositions = Math.max(faultPositions, run.position);
        for (int actor = 1; actor < run.made.capacity(); actor++) {
            long made = run.made.get(actor);
            if (made > counts.get(actor)) {
                counts.put(actor, made);
                tasks = Math.max(tasks, actor);
            }
        }
    }

    /** The scheduler of all runs, one after the other. */
    private final class SurwRun implements Scheduler {
        private final ActorTable made = new ActorTable();
        private RandomStream random = new RandomStream(0);
        private long one;
        private long other;
        private long intended;
        private int position;
        private int target;

        void start(RandomStream randomOfRun) {
            random = randomOfRun;
            made.clear();
            intended = 0;
            position = 0;
            target = random.nextInt(1 + faultPositions);
            boolean pair = selection == Selection.PAIRS && tasks > 2 && random.nextInt(2) == 0;
            one = pair ? 1 + random.nextInt(tasks) : 0;
            other = pair ? 1 + random.nextInt(tasks) : 0;
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            return switch (kind.stream()) {
                case DATA -> values.next(bound);
                case FAULT -> position++ == target ? 1 + random.nextInt(bound - 1) : 0;
                case ORDER -> order(about, bound);
            };
        }

        private int order(Alternatives about, int bound) {
            int pick = walk(about, bound);
            long actor = about.actor(pick);
            if (actor != 0) {
                made.put(actor, made.get(actor) + 1);
            }
            if (actor == intended) {
                intended = 0;
            }
            return pick;
        }

        private int walk(Alternatives about, int bound) {
            if (intended == 0 || !offers(about, bound, intended)) {
                int next = weighted(about, bound);
                if (next < 0) {
                    return random.nextInt(bound);
                }
                intended = about.actor(next);
                if (one == 0) {
                    return next;
                }
            }
            return evenlyButForWhatMatters(about, bound);
        }

        /** One of the tasks that matter, by the events they have left; -1 if there is none. */
        private int weighted(Alternatives about, int bound) {
            long total = 0;
            for (int i = 0; i < bound; i++) {
                total += weight(about.actor(i));
            }
            if (total == 0) {
                return -1;
            }
            long ticket = random.nextInt((int) Math.min(total, Integer.MAX_VALUE));
            int pick = 0;
            while (ticket >= weight(about.actor(pick))) {
                ticket -= weight(about.actor(pick));
                pick++;
            }
            return pick;
        }

        /** The intended task, or one of those that do not matter. */
        private int evenlyButForWhatMatters(Alternatives about, int bound) {
            int free = 0;
            for (int i = 0; i < bound; i++) {
                if (isFree(about.actor(i))) {
                    free++;
                }
            }
            int ticket = random.nextInt(free);
            int pick = 0;
            while (!isFree(about.actor(pick)) || ticket-- > 0) {
                pick++;
            }
            return pick;
        }

        private boolean isFree(long actor) {
            return actor == intended || !matters(actor);
        }

        private boolean matters(long actor) {
            return actor != 0 && (one == 0 || actor == one || actor == other);
        }

        /** A task that acts more often than ever before counts as having one event left. */
        private long weight(long actor) {
            return matters(actor) ? Math.max(1, counts.get(actor) - made.get(actor)) : 0;
        }

        private boolean offers(Alternatives about, int bound, long actor) {
            for (int i = 0; i < bound; i++) {
                if (about.actor(i) == actor) {
                    return true;
                }
            }
            return false;
        }
    }
}
