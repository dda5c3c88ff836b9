package dev.countermand.fence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.fence.sample.Clean;
import dev.countermand.fence.sample.Lease;
import dev.countermand.fence.scan.Cause;
import dev.countermand.fence.scan.Suspect;
import dev.countermand.report.TraceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two runs of one schedule that differ: the line that made them differ comes first. */
class FenceTest {
    private static final Path SOURCE =
            Path.of("src/test/java/dev/countermand/fence/sample/Lease.java");

    private static final Map<Cause, Runnable> BODIES = Map.of(
            Cause.CLOCK, Lease::byClock,
            Cause.CHANCE, Lease::byChance,
            Cause.LEFTOVER, Lease::byLeftover,
            Cause.HASH_ORDER, Lease::byHash);

    private static TraceDocument record(Runnable body) {
        return JavaProgram.of("lease",
                        world -> Asyncio.run(world, () -> Lease.besideAnother(body)))
                .record(Schedule.FIFO.scheduler(), new RunOrigin(0, "schedule"));
    }

    private static Divergence divergence(Runnable body) {
        TraceDocument first = record(body);
        // Ten nodes come in the same order twice once in three million times.
        TraceDocument second = record(body);
        return Fence.of(Lease.class).explain(first, second).orElseThrow();
    }

    private static int line(String mark) throws IOException {
        List<String> lines = Files.readAllLines(SOURCE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// " + mark)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line is marked " + mark);
    }

    @ParameterizedTest
    @EnumSource(value = Cause.class, names = {"CLOCK", "CHANCE", "LEFTOVER", "HASH_ORDER"})
    void theLineThatTheDivergingTaskCallsComesFirst(Cause cause) throws IOException {
        Divergence divergence = divergence(BODIES.get(cause));
        Suspect first = divergence.suspects().get(0);
        assertThat(divergence.task()).isEqualTo("renewer");
        assertThat(first.cause()).isEqualTo(cause);
        assertThat(first.place()).hasToString("Lease.java:" + line("the " + cause.label()));
        assertThat(divergence.headline())
                .startsWith("not deterministic: at step ")
                .contains("Lease.java:" + line("the " + cause.label()));
        assertThat(divergence.text().lines()).allMatch(line -> line.matches("[ -~]{1,100}"));
    }

    @Test
    void aHashOrderThatNobodyReachesIsNamedLast() throws IOException {
        List<Suspect> suspects = divergence(BODIES.get(Cause.CLOCK)).suspects();
        Suspect last = suspects.get(suspects.size() - 1);
        assertThat(last.cause()).isEqualTo(Cause.HASH_ORDER);
        assertThat(last.place()).hasToString("Lease.java:" + line("the hash order"));
    }

    @Test
    void runsThatAreTheSameAreNotExplained() {
        Runnable body = () -> Asyncio.sleep(Duration.ofSeconds(1));
        assertThat(Fence.of(Lease.class).explain(record(body), record(body))).isEmpty();
    }

    @Test
    void cleanCodeIsNotBlamedForADifference() {
        TraceDocument first = record(() -> Asyncio.sleep(Duration.ofSeconds(1)));
        TraceDocument second = record(() -> Asyncio.sleep(Duration.ofSeconds(3)));
        Divergence divergence = Fence.of(Clean.class).explain(first, second).orElseThrow();
        assertThat(divergence.suspects()).isEmpty();
        assertThat(divergence.headline()).startsWith("not deterministic: at step ");
    }

    @Test
    void whatAWatchHasSeenComesFirst() {
        TraceDocument first = record(Lease::byClock);
        TraceDocument second = record(Lease::byClock);
        Suspect seen = new Suspect(Cause.LEFTOVER, null, "static field X changed", "reset it");
        assertThat(Fence.of(Lease.class).explain(first, second, List.of(seen)).orElseThrow()
                .suspects()).startsWith(seen);
    }

    @Test
    void classesInJarsAreReadWhenAskedFor() {
        Fence fence = Fence.of(FenceTest.class);
        assertThat(fence.classes()).contains(Lease.class.getName())
                .noneMatch(name -> name.startsWith("org.assertj"))
                .noneMatch(name -> name.startsWith("dev.countermand.loop"));
        assertThat(fence.alsoReading("org.assertj.core.api.Assertions").classes())
                .contains("org.assertj.core.api.Assertions");
    }
}
