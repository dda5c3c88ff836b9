package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.error.Throwing;
import java.util.Optional;
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

    /** Waits for the loop. An interrupt of the waiting thread is kept for its owner. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Carrier carrier(String name, Runnable body) {
        return new BatonCarrier(body, work -> {
            Thread thread = VirtualThreads.unstarted(work);
            thread.setName(name);
            return thread;
        });
    }
}
