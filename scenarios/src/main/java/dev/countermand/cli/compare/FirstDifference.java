package dev.countermand.cli.compare;

import dev.countermand.loop.VersionDifference;
import dev.countermand.loop.trace.TraceEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run first differs from that of the reference. If the verdicts alone differ, both events
 * are null.
 *
 * @param index the event's index in both runs, from 0
 * @param reference what the reference does there, null if it has ended
 * @param here what this run does there, null if it has ended
 * @param causes the differences between versions that make it: see {@link CauseSearch}
 */
public record FirstDifference(
        int index,
        TraceEvent.@Nullable Logged reference,
        TraceEvent.@Nullable Logged here,
        List<VersionDifference> causes) {
    /** Copies the list. */
    public FirstDifference {
        causes = List.copyOf(causes);
    }
}
