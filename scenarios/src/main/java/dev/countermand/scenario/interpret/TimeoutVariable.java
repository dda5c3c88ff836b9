package dev.countermand.scenario.interpret;

import dev.countermand.loop.Accesses;
import dev.countermand.loop.combine.Timeout;
import dev.countermand.scenario.value.Values;
import org.jspecify.annotations.Nullable;

/** A timeout as a scenario sees it: with its deadline as the number that was given. */
final class TimeoutVariable implements Values.PythonTyped {
    private final Timeout timeout;
    private @Nullable Object when;

    TimeoutVariable(Timeout timeout, @Nullable Object when) {
        this.timeout = timeout;
        this.when = when;
    }

    Timeout timeout() {
        return timeout;
    }

    @Nullable Object when() {
        Accesses.read(timeout);
        return when;
    }

    void reschedule(@Nullable Object newWhen) {
        timeout.reschedule(newWhen == null ? null : Seconds.delay(newWhen));
        when = newWhen;
    }

    @Override
    public String pythonType() {
        return "Timeout";
    }
}
