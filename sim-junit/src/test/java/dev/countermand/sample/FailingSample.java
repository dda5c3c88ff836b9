package dev.countermand.sample;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createFuture;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Scopes.hold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countermand.asyncio.Held;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.sync.Lock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One test for each way to fail. */
public class FailingSample {
    private static int runs;

    private final List<String> leaders = new ArrayList<>();
    private int balance = 100;

    private void lead(String node, Explore explore) {
        sleep(Duration.ofSeconds(3));
        boolean isFree = leaders.isEmpty();
        explore.note("acquire()", isFree ? "leader" : "held by " + leaders);
        if (isFree) {
            sleep(Duration.ZERO);
            leaders.add(node);
        }
    }

    @Interleave
    void atMostOneLeader(Explore explore) {
        createTask("node-1", () -> lead("node-1", explore));
        createTask("node-2", () -> {
            sleep(explore.choose("late by", Duration.ofMillis(1), Duration.ZERO));
            lead("node-2", explore);
        });
        sleep(Duration.ofSeconds(5));
        assertThat(leaders).as("leaders").hasSizeLessThan(2);
    }

    @Interleave
    void comparesTwoValues() {
        assertEquals(3, balance);
    }

    @Interleave
    void bothLocksAreTaken(Explore explore) {
        Lock a = new Lock();
        Lock b = new Lock();
        Task<Object> left = createTask("left", () -> transfer(a, b));
        Task<Object> right = createTask("right", () -> {
            sleep(explore.choose("right starts after", Duration.ofSeconds(5), Duration.ZERO));
            transfer(b, a);
        });
        await(gather(left, right));
    }

    @Interleave
    void bothLocksAreTakenInOneOrder(Explore explore) {
        Lock a = new Lock();
        Lock b = new Lock();
        Task<Object> left = createTask("left", () -> transfer(a, b));
        Task<Object> right = createTask("right", () -> {
            sleep(explore.choose("right starts after", Duration.ofSeconds(5), Duration.ZERO));
            transfer(a, b);
        });
        await(gather(left, right));
    }

    private void transfer(Lock from, Lock to) {
        try (Held first = hold(from)) {
            sleep(Duration.ofSeconds(1));
            try (Held second = hold(to)) {
                balance--;
            }
        }
    }

    @Interleave
    void pollsWithoutEnd() {
        await(createTask("poller", () -> {
            while (balance > 0) {
                sleep(Duration.ZERO);
            }
        }));
    }

    @Interleave
    void leavesATaskRunning() {
        createTask("audit", () -> sleep(Duration.ofHours(1)));
        sleep(Duration.ofSeconds(1));
    }

    @Interleave
    void neverGoesBelowZero(Explore explore) {
        explore.always("the balance is never negative", () -> balance >= 0);
        Task<Object> first = createTask("first", () -> withdraw(explore));
        Task<Object> second = createTask("second", () -> withdraw(explore));
        await(gather(first, second));
    }

    private void withdraw(Explore explore) {
        if (balance >= 80) {
            sleep(Duration.ofMillis(explore.choose("takes", 0, 1)));
            balance -= 80;
        }
    }

    @Interleave
    void endsWhenItIsCancelled(Explore explore) {
        Task<Object> stubborn = createTask("stubborn", () -> {
            try {
                sleep(Duration.ofSeconds(1));
            } catch (CancelledError ignored) {
                explore.note("goes on");
            }
        });
        explore.mayCancel(stubborn);
        explore.mustHonour(stubborn);
        await(stubborn);
    }

    @Interleave
    void throwsAnException() {
        throw new IllegalStateException("the pool is closed\nby somebody else");
    }

    @Interleave
    void remembersEarlierRuns() {
        runs++;
        for (int i = 0; i < runs; i++) {
            sleep(Duration.ofSeconds(1));
        }
    }

    @Interleave(schedule = "0:1,7:1")
    void replaysWhatIsNoMore(Explore explore) {
        explore.choose("one of", 1, 2);
    }

    @Interleave(schedule = "1:2")
    void replaysAnotherPick(Explore explore) {
        explore.choose("first", 1, 2);
        explore.choose("second", "a", "b");
    }

    @Interleave(schedule = "fifo")
    void waitsForNobody() {
        await(createFuture());
    }
}
