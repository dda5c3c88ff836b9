package org.example.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

class RepairedLeaseTest {
    @Interleave(schedules = 300)
    void atMostOneNodeLeads(Sim sim, Clock clock, Explore explore) throws InterruptedException {
        LeaseStore store = new LeaseStore(clock);
        List<Node> nodes = List.of(
                new RepairedNode("node-1", store, clock), new RepairedNode("node-2", store, clock));
        ScheduledExecutorService first = sim.scheduledExecutor();
        ScheduledExecutorService second = sim.scheduledExecutor();
        nodes.get(0).start(first, explore.choose("round trip of node-1",
                Duration.ofMillis(10), Duration.ofMillis(200)));
        nodes.get(1).start(second, Duration.ofMillis(10));
        explore.always("at most one node leads",
                () -> nodes.stream().filter(Node::leads).count() < 2);
        sim.sleep(Duration.ofMillis(explore.choose("node-1 dies after", 1500, 2500)));
        first.shutdownNow();
        explore.note("node-1 is dead for the network");
        sim.sleep(Duration.ofSeconds(6));
        second.shutdownNow();
        assertThat(nodes.get(1).leads()).as("node-2 took over").isTrue();
    }
}
