package dev.countermand.loop.run;

import dev.countermand.loop.AsyncGenerators;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.ExceptionReport;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.StepCoroutine;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.error.BaseError;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes the asynchronous generators of a loop: {@code loop.shutdown_asyncgens}. */
public final class ShutdownAsyncGenerators extends StepCoroutine<Object> {
    private final SimLoop loop;
    private @Nullable Future<List<@Nullable Object>> closing;
    private List<AsyncGenerators.Closeable> generators = List.of();

    /** Creates the coroutine for a loop. */
    public ShutdownAsyncGenerators(SimLoop loop) {
        this.loop = loop;
    }

    @Override
    protected Signal advance(@Nullable Throwable thrown) {
        if (state == 0) {
            generators = loop.simulation().choices()
                    .order(ChoiceKind.ASYNCGEN_ORDER, "shutdown_asyncgens",
                            loop.generators().drain());
            if (generators.isEmpty()) {
                return returned(null);
            }
            List<Coroutine<?>> closes = new ArrayList<>();
            generators.forEach(generator -> closes.add(generator.aclose()));
            closing = Gather.of(closes, true);
            state = 1;
            if (!closing.isDone()) {
                return closing;
            }
        }
        report(awaited(closing, thrown));
        return returned(null);
    }

    private void report(List<@Nullable Object> results) {
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof Throwable error && BaseError.isException(error)) {
                loop.callExceptionHandler(new ExceptionReport(
                        "an error occurred during closing of asynchronous generator "
                                + generators.get(i),
                        error, generators.get(i), null));
            }
        }
    }

    @Override
    public String name() {
        return "shutdown_asyncgens";
    }
}
