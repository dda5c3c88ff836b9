package dev.countermand.fence.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.fence.sample.Chance;
import dev.countermand.fence.sample.Clean;
import dev.countermand.fence.sample.Hashes;
import dev.countermand.fence.sample.Leftovers;
import dev.countermand.fence.sample.RealTime;
import dev.countermand.fence.sample.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that are named are those with a comment that says so, and no others. */
class NamedLinesTest {
    private static final Path SAMPLES = Path.of("src/test/java/dev/countermand/fence/sample");
    private static final Pattern MARK = Pattern.compile("// fence: (.*)");
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");

    private static List<Suspect> suspects(Class<?> sample) {
        return Suspects.in(CodeUnderTest.reachedFrom(sample, List.of())).all();
    }

    private static List<String> marked(Class<?> sample) throws IOException {
        String file = sample.getSimpleName() + ".java";
        List<String> lines = Files.readAllLines(SAMPLES.resolve(file));
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                marked.add(file + ":" + (i + 1) + " " + mark.group(1));
            }
        }
        return marked;
    }

    private static String shortened(Suspect suspect) {
        return suspect.place() + " " + PACKAGES.matcher(suspect.what()).replaceAll("")
                .replace(", which has no hashCode", "");
    }

    @ParameterizedTest
    @ValueSource(classes = {RealTime.class, Chance.class, Threads.class, Hashes.class,
        Leftovers.class})
    void exactlyTheMarkedLinesAreNamed(Class<?> sample) throws IOException {
        assertThat(marked(sample)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(suspects(sample).stream().map(NamedLinesTest::shortened))
                .containsExactlyInAnyOrderElementsOf(marked(sample));
    }

    @Test
    void cleanCodeHasNoSuspects() {
        CodeUnderTest code = CodeUnderTest.reachedFrom(Clean.class, List.of());
        assertThat(code.names()).contains(Clean.class.getName());
        assertThat(Suspects.in(code).all()).isEmpty();
        assertThat(code.notes()).isEmpty();
    }

    @Test
    void eachCauseHasASampleAndEachSuspectARemedy() {
        Set<Cause> seen = new LinkedHashSet<>();
        for (Class<?> sample : List.of(RealTime.class, Chance.class, Threads.class, Hashes.class,
                Leftovers.class)) {
            for (Suspect suspect : suspects(sample)) {
                seen.add(suspect.cause());
                assertThat(suspect.instead()).isNotBlank();
                assertThat(suspect.text()).matches("[ -~]{1,100}");
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Cause.values());
    }

    /** What the samples cannot call, as it is of a later JDK or of a library. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            java.lang.Thread | startVirtualThread | (Ljava/lang/Runnable;)Ljava/lang/Thread;
            java.lang.Thread$Builder$OfVirtual | start | (Ljava/lang/Runnable;)Ljava/lang/Thread;
            java.util.concurrent.Executors | newVirtualThreadPerTaskExecutor | ()Ljava/lang/Object;
            reactor.core.scheduler.Schedulers | boundedElastic | ()Lreactor/core/Scheduler;
            reactor.core.publisher.Mono | delayElement | (Ljava/time/Duration;)Lreactor/Mono;
            reactor.core.publisher.Flux | interval | (Ljava/time/Duration;)Lreactor/Flux;
            io.reactivex.rxjava3.schedulers.Schedulers | io | ()Lio/reactivex/Scheduler;
            io.reactivex.rxjava3.core.Flowable | timeout | (JLjava/util/concurrent/TimeUnit;)LF;
            kotlinx.coroutines.Dispatchers | getIO | ()Lkotlinx/CoroutineDispatcher;
            """)
    void callsOfLaterJdksAndOfLibrariesAreKnown(String owner, String method, String descriptor) {
        assertThat(ForbiddenCalls.of(owner, method, descriptor)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reactor.core.publisher.Mono | delayElement | (Ljava/time/Duration;Lr/Scheduler;)LMono;
            reactor.core.publisher.Flux | take | (J)Lreactor/Flux;
            io.reactivex.rxjava3.core.Flowable | timeout | (JLj/TimeUnit;Lio/Scheduler;)LF;
            java.util.concurrent.Executors | callable | (Ljava/lang/Runnable;)LCallable;
            java.util.Random | <init> | (J)V
            java.time.Instant | now | (Ljava/time/Clock;)Ljava/time/Instant;
            """)
    void overloadsThatTakeWhatTheyNeedAreFree(String owner, String method, String descriptor) {
        assertThat(ForbiddenCalls.of(owner, method, descriptor)).isEmpty();
    }
}
