package dev.countermand.loop;

import dev.countermand.loop.oracle.Findings;
import dev.countermand.loop.oracle.Oracle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous generators that were begun on a loop: asyncio's {@code _asyncgens}.
 *
 * <p>CPython keeps them in a set of weak references. Here a generator stays until it is closed by
 * {@code shutdown_asyncgens}, in order of its first iteration. A loop on real time may run for
 * weeks, so there those that have ended are dropped now and then; a simulation keeps them, as
 * closing one once more is a step.
 */
public final class AsyncGenerators {
    private static final int PRUNE_ABOVE = 64;

    private final SimLoop loop;
    private final List<Begun> begun = new ArrayList<>();
    private int pruneAt = PRUNE_ABOVE;

    AsyncGenerators(SimLoop loop) {
        this.loop = loop;
    }

    /** An asynchronous generator as the loop sees it. */
    public interface Closeable {
        /** The coroutine that ends the generator: {@code aclose()}. */
        Coroutine<?> aclose();

        /** Whether its body was begun and has not come to its end. */
        default boolean isOpen() {
            return true;
        }
    }

    /** A generator is iterated for the first time: {@code _asyncgen_firstiter_hook}. */
    public void begin(Closeable generator) {
        Accesses.write(this);
        if (loop.calls != null && begun.size() >= pruneAt) {
            begun.removeIf(known -> !known.generator.isOpen());
            pruneAt = Math.max(PRUNE_ABOVE, begun.size() * 2);
        }
        begun.add(new Begun(generator, loop.currentTask()));
    }

    /** Takes out all generators, to be closed; one that is begun later never is. */
    public List<Closeable> drain() {
        Accesses.write(this);
        reportOpen();
        List<Closeable> closing = new ArrayList<>(begun.size());
        begun.forEach(known -> closing.add(known.generator));
        begun.clear();
        return closing;
    }

    /** Reports those that nobody went through to the end or closed, each once. */
    void reportOpen() {
        Findings findings = loop.simulation().findings();
        if (findings.watches(Oracle.GENERATOR_OPEN)) {
            for (Begun known : begun) {
                if (known.generator.isOpen()) {
                    String by = known.task == null ? "" : ", which " + known.task.describe()
                            + " began,";
                    findings.report(Oracle.GENERATOR_OPEN, known.generator + by
                            + " was left in the middle: nobody closed it");
                }
            }
        }
    }

    /**
     * A generator and who began it.
     *
     * @param task null if that was no task
     */
    private record Begun(Closeable generator, @Nullable Task<?> task) {}
}
