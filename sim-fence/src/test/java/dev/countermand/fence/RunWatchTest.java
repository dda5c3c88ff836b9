package dev.countermand.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.fence.sample.Clean;
import dev.countermand.fence.sample.Leftovers;
import dev.countermand.fence.scan.Cause;
import dev.countermand.fence.scan.Suspect;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** What runs leave behind is named, and nothing else. */
class RunWatchTest {
    private static List<String> look(RunWatch watch) {
        return watch.look().stream()
                .filter(suspect -> suspect.cause() == Cause.LEFTOVER)
                .map(Suspect::text)
                .toList();
    }

    private static String changed(String field) {
        return "Leftovers.java static field " + field
                + " changed between schedules: make it an instance field";
    }

    @Test
    void aCacheThatARunFillsIsNamedAfterTheFirstRun() {
        RunWatch watch = Fence.of(Leftovers.class).watch();
        assertThat(look(watch)).isEmpty();
        Leftovers.cached("filled by this test only");
        assertThat(look(watch)).containsExactly(changed("CACHE"));
        Leftovers.cached("filled by this test only");
        assertThat(look(watch)).isEmpty();
    }

    @Test
    void countersAndObjectsOfTheCodeUnderTestAreLookedInto() {
        RunWatch watch = Fence.of(Leftovers.class).watch();
        Leftovers.count();
        assertThat(look(watch)).containsExactly(changed("calls"));
        Leftovers.number();
        assertThat(look(watch)).containsExactly(changed("NUMBERS"));
        Leftovers.register("someone");
        assertThat(look(watch)).containsExactly(changed("REGISTRY"));
    }

    @Test
    void aThreadThatStillRunsIsNamedWithTheLineThatMadeIt() {
        RunWatch watch = Fence.of(Leftovers.class).watch();
        ExecutorService pool = Leftovers.pool();
        try {
            assertThat(watch.look()).filteredOn(it -> it.cause() == Cause.THREAD)
                    .singleElement().asString()
                    .matches("Leftovers\\.java:[0-9]+ calls java\\.util\\.concurrent\\.Executors"
                            + "\\.newSingleThreadExecutor; its thread pool-[0-9]+-.*");
            assertThat(watch.look()).isEmpty();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void cleanCodeLeavesNothing() {
        RunWatch watch = Fence.of(Clean.class).watch();
        assertThat(watch.look()).isEmpty();
    }
}
