package dev.countermand.explore.strategy;

import dev.countermand.loop.schedule.RandomStream;

/**
 * Values for a program that chooses some, spread over the runs as evenly as can be.
 *
 * <p>Each place of a run goes through all its values in a random order before any comes again,
 * independently of the other places: Latin hypercube sampling (McKay, Beckman and Conover, "A
 * comparison of three methods for selecting values of input variables", Technometrics 1979). A
 * failure that needs one value of three is so met after two runs on average instead of three. A
 * place is the number of a choice among those of its run that choose a value.
 *
 * <p>On request the first run gets the last of each list of values, as what lies farthest from the
 * first ones, which everybody has run, and the second run first and last values in turn: two
 * corners of a factorial design, since extreme values show most (Myers, "The art of software
 * testing", 1979, calls it boundary-value analysis).
 */
final class ValueSampler {
    /** Places behind this one get plain random values, so that memory stays flat. */
    private static final int PLACES = 256;

    private static final int CORNERS = 2;

    private final int[][] orders = new int[PLACES][];
    private final int[] used = new int[PLACES];
    private RandomStream random = new RandomStream(0);
    private int place;
    private int extremeRuns;

    /** What the first runs get. */
    enum Start {
        /** Two corners, then spread values. */
        AT_EXTREMES,
        /** Spread values from the first run on. */
        AT_RANDOM
    }

    ValueSampler(Start start) {
        extremeRuns = start == Start.AT_EXTREMES ? CORNERS + 1 : 0;
    }

    /** Begins a run. */
    void startRun(RandomStream randomOfRun) {
        random = randomOfRun;
        extremeRuns = Math.max(0, extremeRuns - 1);
        place = 0;
    }

    /** The next value of this run, from 0 to bound - 1. */
    int next(int bound) {
        int here = place++;
        if (extremeRuns > 0) {
            return extremeRuns < CORNERS && here % 2 == 0 ? 0 : bound - 1;
        }
        if (here >= PLACES) {
            return random.nextInt(bound);
        }
        int[] order = orders[here];
        if (order == null || order.length != bound) {
            order = new int[bound];
            for (int i = 0; i < bound; i++) {
                order[i] = i;
            }
            orders[here] = order;
            used[here] = bound;
        }
        if (used[here] == bound) {
            shuffle(order);
            used[here] = 0;
        }
        return order[used[here]++];
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
