package dev.countermand.loop.schedule;

/** Always choice 0: the run that CPython would make. */
public final class FifoStrategy implements Strategy {
    @Override
    public String name() {
        return "fifo";
    }

    @Override
    public Scheduler scheduler(long seed) {
        return (kind, about, bound) -> 0;
    }
}
