package dev.countermand.loop.schedule;

/**
 * A seeded random walk over the choices.
 *
 * <p>Orders and data are drawn evenly. Faults are not: a cancel that may land at every step would
 * nearly always land within the first few. Each run draws a rate first, one of 1/2, 1/4, .. 1/64,
 * and then injects with that probability at every point, so that early and late positions are
 * reached about equally often in runs of any length. One run in eight injects nothing before the
 * loop is otherwise idle.
 */
public final class RandomStrategy implements Strategy {
    private static final int RATES = 8;

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream order = RandomStream.of(seed, "order");
        RandomStream fault = RandomStream.of(seed, "fault");
        RandomStream data = RandomStream.of(seed, "data");
        int rate = fault.nextInt(RATES);
        return (kind, label, bound) -> switch (kind.stream()) {
            case ORDER -> order.nextInt(bound);
            case DATA -> data.nextInt(bound);
            case FAULT -> injects(fault, rate) ? 1 + fault.nextInt(bound - 1) : 0;
        };
    }

    private static boolean injects(RandomStream fault, int rate) {
        return rate < RATES - 1 && fault.nextInt(2 << rate) == 0;
    }
}
