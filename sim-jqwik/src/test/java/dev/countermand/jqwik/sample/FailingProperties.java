package dev.countermand.jqwik.sample;

import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.jqwik.Interleaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Each fails; a test looks at how. */
public final class FailingProperties {
    private static final String SEED = "20261122";

    @Property(seed = SEED, tries = 3_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void oneValue(@ForAll Interleaving order) {
        order.check(Programs.ONE_VALUE.program());
    }

    @Property(seed = SEED, tries = 3_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void threePicks(@ForAll Interleaving order) {
        order.check(Programs.THREE_PICKS.program());
    }

    @Property(seed = SEED, tries = 3_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void twoPlaces(@ForAll Interleaving order) {
        order.check(Programs.TWO_PLACES.program());
    }

    @Property(seed = SEED, tries = 3_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void timers(@ForAll Interleaving order) {
        order.check(Programs.TIMERS.program());
    }

    @Property(seed = SEED, tries = 3_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void cancelled(@ForAll Interleaving order) {
        order.check(Programs.CANCELLED.program());
    }

    /** Fails if the second of two overtakes the first with a large amount. */
    @Property(seed = SEED, tries = 1_000, afterFailure = AfterFailureMode.RANDOM_SEED)
    void dataAndOrder(
            @ForAll @IntRange(max = 1_000) int amount, @ForAll Interleaving order) {
        order.run(() -> {
            List<String> paid = new ArrayList<>();
            for (String name : List.of("deposit", "withdrawal")) {
                createTask(name, () -> {
                    sleep(Duration.ofSeconds(1));
                    paid.add(name + " of " + amount);
                });
            }
            sleep(Duration.ofSeconds(2));
            assertThat(amount <= 10 || paid.get(0).startsWith("deposit"))
                    .as("paid first: %s", paid.get(0))
                    .isTrue();
        });
    }
}
