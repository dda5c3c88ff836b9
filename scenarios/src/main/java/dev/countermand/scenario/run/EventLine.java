package dev.countermand.scenario.run;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.value.PythonJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scenario's event as a line of JSON, equal to what the interpreter on CPython prints. */
public final class EventLine {
    private static final double NANOS_PER_SECOND = 1e9;

    private EventLine() {}

    /** The line, without its end. */
    public static String of(TraceEvent.Logged event) {
        return PythonJson.write(fields(event));
    }

    /** The fields of the line, in order; times are in seconds. */
    public static Map<String, @Nullable Object> fields(TraceEvent.Logged event) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", event.stamp().nanos() / NANOS_PER_SECOND);
        fields.put("in", event.in());
        fields.put("event", event.event());
        fields.putAll(event.fields());
        return fields;
    }
}
