package dev.countermand.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.jqwik.sample.FailingProperties;
import dev.countermand.jqwik.sample.Programs;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What jqwik makes of a failing sample is as small as the explorer's own shrinking gets. */
class JqwikShrinkingTest {
    private static final Pattern TOKEN =
            Pattern.compile(" {3}\\(replay: Interleaving\\.of\\(\"([^\"]*)\"\\)\\)");

    private static Throwable failureOf(String property, String parameters) {
        List<Throwable> failures = EngineTestKit.engine("jqwik")
                .selectors(selectMethod(FailingProperties.class, property, parameters))
                .execute().testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable().orElseThrow())
                .toList();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private static Schedule schedule(Throwable failure) {
        Matcher token = TOKEN.matcher(failure.getMessage().lines().findFirst().orElse(""));
        assertThat(token.find()).as(failure.getMessage()).isTrue();
        return Schedule.parse(token.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "oneValue, ONE_VALUE, '3:2'",
        "threePicks, THREE_PICKS, '0:1,1:2'",
        "twoPlaces, TWO_PLACES, '4:1,11:1'",
        "timers, TIMERS, ''",
        "cancelled, CANCELLED, ''"
    })
    void theExplorersShrinkerFindsNothingSmaller(
            String property, Programs program, String expected) {
        Schedule byJqwik = schedule(failureOf(property, Interleaving.class.getName()));
        JavaProgram java = program.program();
        RunOutcome outcome = java.run(byJqwik.scheduler());
        assertThat(outcome.isClean()).isFalse();
        Shrunk byExplorer = new Shrinker(java, ShrinkLimits.DEFAULT).shrink(byJqwik, outcome);
        assertThat(byJqwik).isEqualTo(byExplorer.schedule());
        if (!expected.isEmpty()) {
            assertThat(byJqwik).hasToString(expected);
        }
    }

    @Test
    void dataAndOrderAreMadeSmallerTogether() {
        Throwable failure = failureOf("dataAndOrder", "int, " + Interleaving.class.getName());
        assertThat(schedule(failure).departures()).hasSize(1);
        assertThat(failure.getMessage()).contains("paid first: withdrawal of 11");
        assertThat(failure.getCause()).isInstanceOf(AssertionError.class);
        assertThat(failure.getStackTrace()).isEqualTo(failure.getCause().getStackTrace());
    }
}
