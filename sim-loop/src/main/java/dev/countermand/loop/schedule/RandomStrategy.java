package dev.countermand.loop.schedule;

/**
 * A seeded random walk over the choices.
 *
 * <p>Orders and data are drawn evenly. Faults are not: a cancel that may land before every step
 * would nearly always land within the first few. Each run draws a rate first, and then injects with
 * that probability at every point, so that early and late positions are both reached in runs of any
 * length. Three runs in four take a rate from 1/4 to 1/32, as most bugs need a cancel within some
 * thirty steps of the moment from which it may come; on the bugs of the scenario library that finds
 * a quarter more than rates spread evenly from 1/2 to 1/128. The low rates are for long programs,
 * and leave short ones without any fault, which the bugs that need none profit from.
 */
public final class RandomStrategy implements Strategy {
    /** One in so many points has a fault; each run draws one of these. */
    private static final int[] POINTS_PER_FAULT =
            {2, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 256, 1024};

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Scheduler scheduler(long seed) {
        RandomStream order = RandomStream.of(seed, "order");
        RandomStream fault = RandomStream.of(seed, "fault");
        RandomStream data = RandomStream.of(seed, "data");
        int points = POINTS_PER_FAULT[fault.nextInt(POINTS_PER_FAULT.length)];
        return (kind, about, bound) -> switch (kind.stream()) {
            case ORDER -> order.nextInt(bound);
            case DATA -> data.nextInt(bound);
            case FAULT -> fault.nextInt(points) == 0 ? 1 + fault.nextInt(bound - 1) : 0;
        };
    }
}
