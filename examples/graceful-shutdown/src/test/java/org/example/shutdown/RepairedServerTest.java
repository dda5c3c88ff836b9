package org.example.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import java.time.Duration;
import java.util.concurrent.Future;

class RepairedServerTest {
    @Interleave
    void acceptedRequestsAreFinished(Sim sim, Explore explore) throws Exception {
        Database database = new Database();
        Server server = new RepairedServer(sim.executor(2), database);
        Duration takes = explore.choose("the request takes",
                Duration.ofMillis(10), Duration.ofMillis(50));
        Future<?> request = server.handle("order 1", () -> sim.sleep(takes));
        sim.sleep(Duration.ofMillis(20));
        server.stop();
        request.get();
        assertThat(database.rows()).containsExactly("order 1");
    }
}
