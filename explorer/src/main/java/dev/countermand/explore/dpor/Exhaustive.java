package dev.countermand.explore.dpor;

import dev.countermand.loop.schedule.OrderMode;
import org.jspecify.annotations.Nullable;

/**
 * Explores every order of a program, up to swapping steps that do not touch what the other
 * changes.
 *
 * <p>In the adversarial order mode, where any ready handle may run next, that is optimal dynamic
 * partial-order reduction ({@link OptimalSearch}): one run for each class. Where its conditions
 * do not hold (cancels, events from outside, choices inside steps) and in the legal order mode,
 * where the ready queue is a queue and only its ties are open, it is a depth-first search that
 * never goes on from a moment it has gone on from before ({@link MomentSearch}): more runs, the
 * same classes.
 */
public final class Exhaustive {
    private Exhaustive() {}

    /** Explores until everything was tried, a run fails, or a limit is reached. */
    public static ExhaustiveResult explore(DporProgram program, ExhaustiveLimits limits) {
        if (program.orders() == OrderMode.ADVERSARIAL) {
            @Nullable ExhaustiveResult result = new OptimalSearch(program, limits).run();
            if (result != null) {
                return result;
            }
        }
        return new MomentSearch(program, limits).run();
    }
}
