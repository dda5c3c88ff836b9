package dev.countermand.scenario.determinism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.schedule.ReplayScheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Same seed, same bytes. */
class DeterminismTest {
    private static final int RANDOM_PROGRAMS = 1000;
    private static final int PROGRAMS_ON_BACKENDS = 1000;
    private static final Path DIGESTS =
            Path.of("src/test/resources/determinism/trace-digests.txt");

    static Stream<Backend> backends() {
        return Backend.all().stream().filter(backend -> backend.obstacle().isEmpty());
    }

    @Test
    void everyJdkWritesTheTracesThatAreKeptInTheRepository() throws IOException {
        String digests = digests();
        if ("update".equals(System.getProperty("countermand.golden"))) {
            Files.createDirectories(DIGESTS.getParent());
            Files.writeString(DIGESTS, digests);
        }
        assertThat(digests.lines().toList())
                .as("run with -Dcountermand.golden=update after a change that is meant")
                .isEqualTo(Files.readString(DIGESTS).lines().toList());
    }

    @Test
    void neitherLocaleNorTimeZoneChangesAByte() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String before = json(7);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(json(7)).isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aReplayOfTheRecordedChoicesIsTheSameRun() {
        for (int seed = 0; seed < 300; seed++) {
            PreparedScenario program = Programs.random(seed);
            RunOptions options = Programs.options(seed);
            TraceDocument recorded = Programs.record(program, seed, options);
            TraceDocument replayed = Programs.record(
                    program, new ReplayScheduler(recorded.choices()), seed, options);
            assertThat(Programs.json(replayed))
                    .as("replay of seed %d", seed)
                    .isEqualTo(Programs.json(recorded));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void bodiesCarriedByThreadsDoWhatTheInterpreterDoes(Backend backend) {
        for (int seed = 0; seed < PROGRAMS_ON_BACKENDS; seed++) {
            assertSameOn(backend, Programs.random(seed), seed);
        }
        for (PreparedScenario program : Programs.library()) {
            assertSameOn(backend, program, 1);
        }
    }

    /** Compares all but the places of awaits, which are lines of Java for a body on a thread. */
    private static void assertSameOn(Backend backend, PreparedScenario program, long seed) {
        RunOptions options = Programs.options(seed);
        TraceDocument alone = Programs.record(program, seed, options);
        TraceDocument carried =
                Programs.record(program, seed, options.withBackend(backend));
        assertThat(withoutPlaces(carried.events()))
                .as("%s with seed %d on %s", program.scenario().name(), seed, backend.name())
                .isEqualTo(withoutPlaces(alone.events()));
        assertThat(carried.choices()).isEqualTo(alone.choices());
    }

    private static List<TraceEvent> withoutPlaces(List<TraceEvent> events) {
        return events.stream()
                .map(event -> event instanceof TraceEvent.Awaited awaited
                        ? new TraceEvent.Awaited(
                                awaited.stamp(), awaited.task(), awaited.on(), null)
                        : event)
                .toList();
    }

    private static String json(long seed) {
        return Programs.json(Programs.record(
                Programs.random((int) seed), seed, Programs.options(seed)));
    }

    /** One line for each program: its name and the digest of its trace. */
    private static String digests() {
        List<String> lines = new ArrayList<>();
        for (PreparedScenario program : Programs.library()) {
            lines.add(line(Programs.record(program, 1, Programs.options(0))));
        }
        for (int seed = 0; seed < RANDOM_PROGRAMS; seed++) {
            lines.add(line(Programs.record(
                    Programs.random(seed), seed, Programs.options(seed))));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(TraceDocument document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Programs.json(document).getBytes(StandardCharsets.UTF_8));
            return document.subject().name() + " "
                    + HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException("every JDK has SHA-256", error);
        }
    }
}
