package dev.countermand.sample;

import static dev.countermand.asyncio.Asyncio.sleep;

import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Tests that JUnit runs at the same time, if it is told to run tests in parallel. */
@Execution(ExecutionMode.CONCURRENT)
public class SideBySideSample {
    private static void failFor(Explore explore, int last) {
        int chosen = explore.choose("number", 0, 1, 2, 3);
        sleep(Duration.ofSeconds(chosen));
        if (chosen == last) {
            throw new AssertionError("chose " + last);
        }
    }

    @Interleave
    void one(Explore explore) {
        failFor(explore, 1);
    }

    @Interleave
    void two(Explore explore) {
        failFor(explore, 2);
    }

    @Interleave
    void three(Explore explore) {
        failFor(explore, 3);
    }
}
