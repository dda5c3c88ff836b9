package dev.countermand.scenario.generate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/**
 * Where a generator's decisions come from: a seed, or a list of numbers that jqwik can shrink.
 *
 * <p>Every option list has its simplest option first. A list that has come to its end goes on with
 * zeros, so that a shorter list, or one of smaller numbers, gives a simpler scenario.
 */
public final class Decisions {
    /** One more than the greatest number that a list of decisions needs to hold. */
    public static final int RANGE = 1 << 16;

    private final IntUnaryOperator below;

    private Decisions(IntUnaryOperator below) {
        this.below = below;
    }

    /** The decisions of a seed: always the same. */
    public static Decisions seeded(long seed) {
        return new Decisions(new SplittableRandom(seed)::nextInt);
    }

    /** Decisions taken from a list, and zeros after its end. */
    public static Decisions listed(List<Integer> numbers) {
        int[] next = {0};
        return new Decisions(bound ->
                next[0] < numbers.size() ? numbers.get(next[0]++) * bound / RANGE : 0);
    }

    /** A number from 0 to the bound, without it. */
    int below(int bound) {
        return bound <= 1 ? 0 : below.applyAsInt(bound);
    }

    /** True once in so many times; false is the simpler one. */
    boolean once(int in) {
        return below(in) == in - 1;
    }

    /** One of a list. */
    <T> T of(List<? extends T> options) {
        return options.get(below(options.size()));
    }

    /** One of some options. */
    @SafeVarargs
    final <T> T of(T first, T... others) {
        int chosen = below(others.length + 1);
        return chosen == 0 ? first : others[chosen - 1];
    }
}
