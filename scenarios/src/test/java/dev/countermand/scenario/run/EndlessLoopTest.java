package dev.countermand.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.trace.Violation;
import dev.countermand.scenario.read.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that never comes to an end gets a verdict all the same. */
class EndlessLoopTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "{'op':'while','that':true,'body':[]}",
        "{'op':'while','that':true,'body':[{'op':'continue'}]}",
        "{'op':'repeat','times':99999999999,'body':[]}",
        "{'op':'while','that':true,'body':[{'op':'try','body':[{'op':'raise','error':'KeyError'}],"
            + "'except':[{'error':'BaseException','body':[{'op':'continue'}]}]}]}"
    })
    void aLoopThatNeverAwaitsIsALivelockWithItsPlace(String loop) {
        ScenarioResult result = run("[" + loop + "]");
        assertThat(result.violations().get(0).kind()).isEqualTo(Violation.Kind.LIVELOCK);
        assertThat(result.violations().get(0).message())
                .startsWith("a loop made 10000000 turns without awaiting anything: main at"
                        + " /coroutines/main/0");
    }

    @Test
    void aLoopThatAwaitsReachesTheStepLimitInstead() {
        ScenarioResult result = run(
                "[{'op':'while','that':true,'body':[{'op':'sleep','delay':0}]}]");
        assertThat(result.violations().get(0).message())
                .isEqualTo("step limit 10000 reached; next was main");
    }

    @Test
    void aFunctionThatCallsItselfForEverEndsInARecursionErrorWhichIsARuntimeError() {
        String document = "{'format':'countermand-scenario/1','name':'deep','functions':"
                + "{'f':[{'op':'call','function':'f'}]},"
                + "'coroutines':{'main':[{'op':'try','body':[{'op':'call','function':'f'}],"
                + "'except':[{'error':'RuntimeError','body':[{'op':'return','value':'caught'}]}]}]},"
                + "'expect':['returned']}";
        assertThat(run("deep", document).violations()).isEmpty();
    }

    private static ScenarioResult run(String body) {
        return run("loop", "{'format':'countermand-scenario/1','name':'loop','coroutines':{'main':"
                + body + "}}");
    }

    private static ScenarioResult run(String name, String document) {
        byte[] bytes = document.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ScenarioRun.run(new PreparedScenario(ScenarioReader.read(name, bytes)),
                new FifoStrategy().scheduler(0), RunOptions.DEFAULT);
    }
}
