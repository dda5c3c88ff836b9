package dev.countermand.loop.run;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.kit.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many iterations a Runner takes, as measured in CPython. */
class RunnerTicksTest {
    private final long[] end = new long[1];

    private Runner runner(Trial trial) {
        return new Runner(trial.simulation(), trial::loop, null);
    }

    @ParameterizedTest
    @EnumSource
    void runReturnsOneIterationAfterTheMainCoroutine(PythonVersion python) {
        Trial t = Trial.begin(python);
        runner(t).run(script("main").pause(3).run(() -> end[0] = t.loop().iterations()));
        assertThat(end[0]).isEqualTo(4);
        assertThat(t.loop().iterations()).isEqualTo(end[0] + 1);
    }

    @ParameterizedTest
    @EnumSource
    void closeWithNothingLeftTakesFourIterations(PythonVersion python) {
        Trial t = Trial.begin(python);
        SimLoop loop = t.loop();
        Runner runner = runner(t);
        runner.run(script("main"));
        long before = loop.iterations();
        runner.close();
        assertThat(loop.iterations() - before).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void closeWithTasksThatDieAtOnceTakesThreeMore(PythonVersion python) {
        Trial t = Trial.begin(python);
        Runner runner = runner(t);
        runner.run(script("main").run(() -> {
            t.spawn(script("a").await(t::future));
            t.spawn(script("b").await(t::future));
        }).pause(2));
        long before = t.loop().iterations();
        runner.close();
        assertThat(t.loop().iterations() - before).isEqualTo(4 + 3);
    }
}
