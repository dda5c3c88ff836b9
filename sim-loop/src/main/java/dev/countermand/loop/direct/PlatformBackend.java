package dev.countermand.loop.direct;

import dev.countermand.loop.Simulation;
import dev.countermand.loop.Surroundings.Beside;
import java.util.Optional;

/** Platform threads: works everywhere, slowly, up to some ten thousand coroutines at a time. */
final class PlatformBackend implements Backend {
    @Override
    public String name() {
        return "platform";
    }

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public void host(Simulation simulation) {
        // The loop runs on the thread of whoever runs it.
    }

    @Override
    public Carrier carrier(String name, Runnable body, Beside beside) {
        BatonCarrier.Watcher watcher = beside == Beside.NOTHING
                ? BatonCarrier.Watcher.LOOP
                : BatonCarrier.Watcher.NOBODY;
        return new BatonCarrier(body, watcher, work -> {
            Thread thread = new Thread(null, work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
