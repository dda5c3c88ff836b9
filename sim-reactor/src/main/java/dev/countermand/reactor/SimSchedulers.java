package dev.countermand.reactor;

import dev.countermand.concurrent.Sim;
import java.util.concurrent.ThreadFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Makes simulated schedulers where Reactor would make its own. */
final class SimSchedulers implements Schedulers.Factory {
    private final Sim sim;

    SimSchedulers(Sim sim) {
        this.sim = sim;
    }

    @Override
    public Scheduler newBoundedElastic(int threadCap, int queuedTaskCap,
            ThreadFactory threadFactory, int ttlSeconds) {
        return SimScheduler.of(sim, threadCap);
    }

    @Override
    public Scheduler newParallel(int parallelism, ThreadFactory threadFactory) {
        return SimScheduler.of(sim, parallelism);
    }

    @Override
    public Scheduler newSingle(ThreadFactory threadFactory) {
        return SimScheduler.of(sim, 1);
    }
}
