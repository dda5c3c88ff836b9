package org.example.pool;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;

class RepairedPoolTest {
    private final Pool pool = new RepairedPool();

    @Interleave
    void everyRequestGetsItsOwnAnswer(Explore explore) {
        Task<String> first = createTask("first", () -> pool.request("GET a"));
        explore.mayCancel(first);
        Task<String> second = createTask("second", () -> pool.request("GET b"));
        try {
            assertThat(await(first)).isEqualTo("answer to GET a");
        } catch (CancelledError given) {
            explore.note("the first request was cancelled");
        }
        assertThat(await(second)).isEqualTo("answer to GET b");
    }
}
