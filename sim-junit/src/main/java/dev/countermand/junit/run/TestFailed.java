package dev.countermand.junit.run;

import dev.countermand.report.TraceDocument;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exploration that failed has to say.
 *
 * @param message the whole report; its first line stands alone
 * @param schedule what replays it, as {@code @Interleave(schedule = ..)} takes it
 * @param raised where the test itself failed
 * @param run the failing run; null if there is no run that could be made again
 * @param files where the run was written: its trace, and the page beside it; empty if it was not
 */
public record TestFailed(String message, String schedule, Raised raised,
        @Nullable TraceDocument run, List<Path> files) {
    /**
     * Where a test failed.
     *
     * @param error the error of the test itself; null if there is none, as in a deadlock
     * @param place where in the test's file it waited instead, such as {@code LeaseTest.java:57};
     *     null if unknown
     */
    public record Raised(@Nullable Throwable error, @Nullable String place) {
        static Raised by(@Nullable Throwable error) {
            return new Raised(error, null);
        }
    }

    /** The same with one more line at the end of the message. */
    TestFailed with(String line) {
        return new TestFailed(message + line, schedule, raised, run, files);
    }
}
