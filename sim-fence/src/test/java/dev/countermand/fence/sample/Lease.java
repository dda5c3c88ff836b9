package dev.countermand.fence.sample;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gather;
import static dev.countermand.asyncio.Asyncio.sleep;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Programs that look at more than their schedule, each with a bystander that is not to blame. */
public final class Lease {
    private static int renewals;

    private Lease() {}

    /** Who waits for a lease; it has no hash of its own. */
    public static final class Node {}

    /** Waits for as long as the wall clock says. */
    public static void byClock() {
        sleep(Duration.ofSeconds(1));
        renew();
    }

    private static void renew() {
        sleep(Duration.ofNanos(now() % 1_000_000_007));
    }

    private static long now() {
        return System.nanoTime(); // the clock
    }

    /** Waits for as long as chance says. */
    public static void byChance() {
        sleep(Duration.ofSeconds(1));
        sleep(Duration.ofNanos(new Random().nextLong() >>> 24)); // the chance
    }

    /** Waits longer each run. */
    public static void byLeftover() {
        sleep(Duration.ofSeconds(1));
        renewals++; // the leftover
        sleep(Duration.ofSeconds(renewals));
    }

    /** Waits for each node, in the order of their hashes. */
    public static void byHash() {
        sleep(Duration.ofSeconds(1));
        Set<Node> nodes = new HashSet<>(); // the hash order
        List<Node> all = List.of(new Node(), new Node(), new Node(), new Node(), new Node(),
                new Node(), new Node(), new Node(), new Node(), new Node());
        nodes.addAll(all);
        for (Node node : nodes) {
            sleep(Duration.ofSeconds(1 + all.indexOf(node)));
        }
    }

    /** Is slow by chance too, but nobody calls it in the runs that differ. */
    public static long bystander() {
        return new Random().nextLong() + System.currentTimeMillis();
    }

    /** Runs a body beside another task. */
    public static void besideAnother(Runnable body) {
        await(gather(
                createTask("other", () -> sleep(Duration.ofSeconds(2))),
                createTask("renewer", () -> body.run())));
    }
}
