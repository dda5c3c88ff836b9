package dev.countermand.junit;

import dev.countermand.junit.run.TestFailed;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/**
 * A schedule failed. The first line of the message says what went wrong and how to replay it; below
 * it is the whole report. The cause is the error that the test itself raised, if it raised one.
 */
public final class InterleavingFailure extends AssertionFailedError {
    private static final long serialVersionUID = 1L;

    private final transient String schedule;

    private InterleavingFailure(String message, String schedule, @Nullable Throwable cause,
            @Nullable AssertionFailedError compared) {
        super(message, compared == null ? null : compared.getExpected(),
                compared == null ? null : compared.getActual(), cause);
        this.schedule = schedule;
    }

    /** Makes the failure that JUnit reports for a method of a test class. */
    static InterleavingFailure of(TestFailed failed, Class<?> test, Method method) {
        Throwable cause = failed.raised().error();
        AssertionFailedError compared = cause instanceof AssertionFailedError assertion
                && assertion.getExpected() != null ? assertion : null;
        InterleavingFailure failure = compared == null
                ? new InterleavingFailure(failed.message(), failed.schedule(), cause)
                : new InterleavingFailure(
                        failed.message(), failed.schedule(), cause, compared);
        StackTraceElement[] frames = UserFrames.of(cause);
        failure.setStackTrace(frames.length == 0
                ? UserFrames.of(test, method, failed.raised().place()) : frames);
        return failure;
    }

    private InterleavingFailure(String message, String schedule, @Nullable Throwable cause) {
        super(message, cause);
        this.schedule = schedule;
    }

    /** What replays it, as {@link Interleave#schedule} takes it. */
    public String schedule() {
        return schedule;
    }

    /** The message alone: the name of this class would push it out of a build's summary. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
