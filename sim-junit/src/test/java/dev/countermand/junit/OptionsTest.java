package dev.countermand.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.sample.FailingSample;
import dev.countermand.sample.LifecycleSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a user steers an exploration, and what he is told when he mistypes. */
class OptionsTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("schedules", "many", "a whole number of at least 1"),
                Arguments.of("schedules", "0", "a whole number of at least 1"),
                Arguments.of("seed", "x", "a whole number"),
                Arguments.of("invocation", "-", "a whole number of at least 1"),
                Arguments.of("budget", "10", "a number and ms, s, m or h, such as 10s"),
                Arguments.of("schedule", "1-2", "a schedule such as 0:1,6:1, \"fifo\", or the path"
                        + " of a trace that ends in .json"),
                Arguments.of("save", "maybe", "true or false"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldWithWhatWasExpectedAndWhere(String name, String value, String expected) {
        String test = name.equals("invocation")
                ? "parametersComeFromTheirSource" : "repetitionsAreExploredOneByOne";
        assertThat(Tried.method(LifecycleSample.class, test, Map.of("countermand." + name, value))
                .failures()).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                        .hasMessage("countermand." + name + ": expected " + expected
                                + ", but it is \"" + value + "\""));
    }

    @Test
    void aTraceThatIsNotThereIsToldInOneLine() {
        assertThat(Tried.method(FailingSample.class, "comparesTwoValues",
                Map.of("countermand.schedule", "no.json")).message())
                .isEqualTo("countermand.schedule: no.json: cannot be read: there is no such file");
    }

    @Test
    void theSameSeedFindsTheSameFailure() {
        Map<String, String> seed = Map.of("countermand.seed", "77");
        assertThat(Tried.method(FailingSample.class, "bothLocksAreTaken", seed).message())
                .isEqualTo(Tried.method(FailingSample.class, "bothLocksAreTaken", seed).message());
    }

    @Test
    void aBudgetOfTimeEndsASearchThatNothingElseEnds() {
        Tried tried = Tried.method(LifecycleSample.class, "anExpectedErrorIsNoFailure",
                Map.of("countermand.budget", "200ms"));
        assertThat(tried.failures()).isEmpty();
        assertThat(Long.parseLong(tried.entries().get("countermand.schedules"))).isPositive();
    }

    @Test
    void oneInvocationOfAParameterizedTestCanBeAskedFor() {
        Tried tried = Tried.method(LifecycleSample.class, "parametersComeFromTheirSource",
                Map.of("countermand.invocation", "2"));
        tried.tests().assertStatistics(of -> of.succeeded(1).aborted(2));
    }

    @Test
    void aFailureIsKeptAndTriedFirstTheNextTime(@TempDir Path folder) throws IOException {
        Map<String, String> keeps = Map.of("countermand.kept", folder.toString(),
                "countermand.save", "true");
        String first = Tried.method(FailingSample.class, "bothLocksAreTaken", keeps).message();
        assertThat(first).contains("in schedule ").contains("\n  kept ");
        assertThat(files(folder)).containsExactly(
                "dev.countermand.sample.FailingSample.bothLocksAreTaken-1.json");
        String second = Tried.method(FailingSample.class, "bothLocksAreTaken", keeps).message();
        assertThat(second).contains("in kept run 1 (still failing)").doesNotContain("\n  kept ");
        assertThat(second.lines().findFirst()).isEqualTo(first.lines().findFirst());
        assertThat(files(folder)).hasSize(1);
    }

    @Test
    void theBuildIsToldWhatBecameOfKeptFailures(@TempDir Path folder) throws IOException {
        Map<String, String> keeps = Map.of("countermand.kept", folder.toString(),
                "countermand.save", "true");
        String name = "dev.countermand.sample.FailingSample.bothLocksAreTaken";
        Tried.method(FailingSample.class, "bothLocksAreTaken", keeps);
        assertThat(Tried.method(FailingSample.class, "bothLocksAreTaken", keeps).entries())
                .containsEntry("countermand.kept", "1: still failing");
        Files.copy(folder.resolve(name + "-1.json"), folder.resolve(name + "InOneOrder-4.json"));
        Tried repaired = Tried.method(FailingSample.class, "bothLocksAreTakenInOneOrder", keeps);
        assertThat(repaired.failures()).isEmpty();
        assertThat(repaired.entries()).containsEntry("countermand.kept", "4: fixed");
    }

    @Test
    void whatFailsInTheFirstRunIsNotKept(@TempDir Path folder) throws IOException {
        assertThat(Tried.method(FailingSample.class, "throwsAnException", Map.of(
                "countermand.kept", folder.toString(), "countermand.save", "true")).message())
                .contains("found      in the first run, ");
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void aKeptFileThatIsNoTraceIsNotPassedOver(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(
                "dev.countermand.sample.FailingSample.bothLocksAreTaken-1.json"), "{");
        assertThat(Tried.method(FailingSample.class, "bothLocksAreTaken",
                Map.of("countermand.kept", folder.toString())).message())
                .contains("bothLocksAreTaken-1.json");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
