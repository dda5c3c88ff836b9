package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.Surroundings.Beside;
import dev.countermand.loop.error.Throwing;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Virtual threads of the JDK, with the loop in one as well, so that handing over the baton stays
 * among them. Needs no flags.
 */
final class VirtualBackend implements Backend {
    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public Optional<String> obstacle() {
        return VirtualThreads.areAvailable()
                ? Optional.empty()
                : Optional.of("virtual threads need JDK 21 or later");
    }

    @Override
    public void host(Simulation simulation) {
        simulation.setHost(VirtualBackend::runInVirtualThread);
    }

    private static void runInVirtualThread(Runnable loop) {
        @Nullable Throwable[] failure = new Throwable[1];
        Thread thread = VirtualThreads.unstarted(() -> {
            try {
                loop.run();
            } catch (Throwable error) {
                failure[0] = error;
            }
        });
        thread.start();
        join(thread);
        if (failure[0] != null) {
            throw Throwing.asIs(failure[0]);
        }
    }

    /**
     * Waits for the loop, and looks whether it waits for a coroutine that blocks. An interrupt of
     * the waiting thread is kept for its owner.
     */
    private static void join(Thread thread) {
        boolean interrupted = false;
        BatonCarrier watched = null;
        StandstillWatch watch = new StandstillWatch();
        while (thread.isAlive()) {
            try {
                thread.join(TimeUnit.NANOSECONDS.toMillis(StandstillWatch.LOOK_NANOS));
                if (LockSupport.getBlocker(thread) instanceof BatonCarrier carrier) {
                    watch = carrier == watched ? watch : new StandstillWatch();
                    watched = carrier;
                    carrier.look(watch);
                }
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Carrier carrier(String name, Runnable body, Beside beside) {
        BatonCarrier.Watcher watcher = beside == Beside.NOTHING
                ? BatonCarrier.Watcher.HOST
                : BatonCarrier.Watcher.NOBODY;
        return new BatonCarrier(body, watcher, work -> {
            Thread thread = VirtualThreads.unstarted(work);
            thread.setName(name);
            return thread;
        });
    }
}
