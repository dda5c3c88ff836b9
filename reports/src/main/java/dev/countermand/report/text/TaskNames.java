package dev.countermand.report.text;

import dev.countermand.report.TraceDocument;
import java.util.Collections;
import java.util.Set;

/** The tasks of a run. */
public final class TaskNames {
    private TaskNames() {}

    /** The names of all tasks, in the order in which they appear, as the trace has them. */
    public static Set<String> of(TraceDocument document) {
        return Collections.unmodifiableSet(Timeline.of(document).tasks());
    }
}
