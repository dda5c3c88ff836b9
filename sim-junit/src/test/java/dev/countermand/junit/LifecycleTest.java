package dev.countermand.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.sample.ConstructedSample;
import dev.countermand.sample.FailingSample;
import dev.countermand.sample.LifecycleSample;
import dev.countermand.sample.ParameterizedSamples;
import dev.countermand.sample.SideBySideSample;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.Event;

/** What JUnit does for a test it also does for an explored one, in each run. */
class LifecycleTest {
    @Test
    void instancesFoldersParametersNestingAndAssumptionsAreThoseOfJUnit() {
        Tried tried = Tried.all(LifecycleSample.class, Map.of());
        assertThat(tried.failures()).singleElement().satisfies(assumption ->
                assertThat(assumption).hasMessage("not here"));
        tried.tests().assertStatistics(of -> of.started(11).succeeded(10).aborted(1).failed(0));
    }

    @Test
    void instancesAreMadeOnALoop() {
        Tried.method(ConstructedSample.class, "aConstructorMayAwait").tests()
                .assertStatistics(of -> of.started(1).succeeded(1));
    }

    @Test
    void invocationsOfOneNameAreToldApart() {
        Tried tried = Tried.method(ConstructedSample.class, "invocationsOfOneNameAreToldApart");
        assertThat(tried.failures()).extracting(failure -> String.valueOf(failure.getMessage())
                        .replaceAll("(?s).*(ConstructedSample\\.[^\\n]*)\\n  found.*", "$1"))
                .containsExactly("ConstructedSample.invocationsOfOneNameAreToldApart[1]",
                        "ConstructedSample.invocationsOfOneNameAreToldApart[2]");
    }

    @Test
    @Timeout(30)
    void aTimeoutOfJUnitEndsTheSearch() {
        assertThat(Tried.method(ConstructedSample.class, "takesTooLong").failure())
                .isInstanceOf(TimeoutException.class).hasNoSuppressedExceptions();
    }

    @Test
    @Timeout(30)
    void aTimeoutOfJUnitLeavesARunThatDoesNotEnd() {
        Throwable failure = Tried.method(ConstructedSample.class, "calculatesWithoutEnd").failure();
        ConstructedSample.isOver = true;
        assertThat(failure)
                .isInstanceOf(TimeoutException.class)
                .satisfies(timeout -> assertThat(timeout.getSuppressed()).singleElement().asString()
                        .contains("5 s after JUnit has interrupted the test it still calculates"));
    }

    @ParameterizedTest
    @ValueSource(classes = {
        ParameterizedSamples.OfFields.class, ParameterizedSamples.OfConstructor.class})
    void theParametersOfAClassReachEachInstance(Class<?> type) {
        Tried.all(type, Map.of()).tests().assertStatistics(of -> of.started(2).succeeded(2));
    }

    @Test
    void anAnnotationMadeOfOursIsOurs() {
        assertThat(Tried.method(ConstructedSample.class, "aConstructorMayAwait").entries())
                .containsEntry("countermand.schedules", "7");
    }

    @Test
    void aTestThatStandsAloneIsOneTestWithOneFailure() {
        Tried tried = Tried.method(FailingSample.class, "atMostOneLeader");
        tried.tests().assertStatistics(of -> of.started(1).failed(1));
        assertThat(tried.tests().started().list()).extracting(Event::getTestDescriptor)
                .extracting(TestDescriptor::getDisplayName)
                .containsExactly("atMostOneLeader(Explore)");
    }

    @Test
    void testsThatRunAtTheSameTimeDoNotMeet() {
        Tried tried = Tried.all(SideBySideSample.class, Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "3"));
        List<String> first = tried.failures().stream()
                .map(failure -> String.valueOf(failure.getMessage())
                        .lines().findFirst().orElse(""))
                .toList();
        assertThat(new TreeSet<>(first)).containsExactly(
                "chose 1   (replay: @Interleave(schedule = \"0:1\"))",
                "chose 2   (replay: @Interleave(schedule = \"0:2\"))",
                "chose 3   (replay: @Interleave(schedule = \"0:3\"))");
    }

    @Test
    void theBuildIsToldSeedScheduleTraceAndPage() {
        Tried tried = Tried.method(FailingSample.class, "atMostOneLeader");
        assertThat(tried.entries()).containsEntry("countermand.schedule", "0:1")
                .containsKey("countermand.seed")
                .hasEntrySatisfying("countermand.trace", trace ->
                        assertThat(trace).endsWith("FailingSample.atMostOneLeader.json"))
                .hasEntrySatisfying("countermand.report", page ->
                        assertThat(page).endsWith("FailingSample.atMostOneLeader.html"));
        assertThat(tried.attachments()).hasSize(2);
        assertThat(tried.attachments().get(0))
                .endsWith("FailingSample.atMostOneLeader.json");
        assertThat(tried.attachments().get(1))
                .endsWith("FailingSample.atMostOneLeader.html");
    }
}
