package org.example.limit;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class RateLimiterTest {
    private final RateLimiter limiter = new RateLimiter(1);

    private void work() {
        limiter.acquire();
        try {
            sleep(Duration.ofMillis(10));
        } finally {
            limiter.release();
        }
    }

    @Interleave
    void noPermitIsLost(Explore explore) {
        List<Task<Object>> callers = new ArrayList<>();
        for (String name : List.of("first", "second")) {
            Task<Object> caller = createTask(name, this::work);
            explore.mayCancel(caller);
            callers.add(caller);
        }
        await(gatherWithErrors(callers));
        assertThat(limiter.free()).as("free permits").isEqualTo(1);
    }
}
