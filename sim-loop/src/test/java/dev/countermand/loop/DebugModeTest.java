package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.kit.LoggedLines;
import dev.countermand.loop.kit.Trial;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which callbacks debug mode calls slow. Measured on CPython 3.11 and 3.13 with a loop whose {@code
 * time()} the callbacks move.
 */
class DebugModeTest {
    private final Trial t = Trial.begin();
    private final SimLoop loop = t.loop();
    private final LoggedLines log = LoggedLines.listen();

    @BeforeEach
    void switchOn() {
        loop.debugMode().set(true);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    private Runnable taking(long millis) {
        return () -> loop.clock().advanceTo(loop.nanos() + Duration.ofMillis(millis).toNanos());
    }

    @Test
    void aCallbackThatTakesATenthOfASecondIsReported() {
        loop.callSoon(taking(100));
        loop.callSoon(taking(99));
        t.run(script("main"));
        assertThat(log.lines()).containsExactly("WARNING Executing callback took 0.100 seconds");
    }

    @Test
    void theStepOfATaskIsReportedUnderItsNameAndATimerToo() {
        loop.callLater(Duration.ofSeconds(1), taking(2000));
        t.run(script("main").run(taking(250)).sleep(Duration.ofSeconds(5).toNanos()));
        assertThat(log.lines()).containsExactly(
                "WARNING Executing Task-1 took 0.250 seconds",
                "WARNING Executing timer took 2.000 seconds");
    }

    @Test
    void timeThatPassesBetweenCallbacksIsNobodysFault() {
        t.run(script("main").sleep(Duration.ofDays(1).toNanos()));
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void howLongIsSlowCanBeSet() {
        assertThat(loop.debugMode().slowCallbackDuration()).isEqualTo(Duration.ofMillis(100));
        loop.debugMode().setSlowCallbackDuration(Duration.ofSeconds(1));
        assertThat(loop.debugMode().slowCallbackDuration()).isEqualTo(Duration.ofSeconds(1));
        loop.callSoon(taking(999));
        loop.callSoon(taking(1000));
        t.run(script("main"));
        assertThat(log.lines()).containsExactly("WARNING Executing callback took 1.000 seconds");
    }

    @Test
    void aSlowCallbackThatFailsIsReportedForBoth() {
        loop.callSoon(() -> {
            taking(500).run();
            throw new IllegalStateException("x");
        });
        t.run(script("main"));
        assertThat(t.reports()).hasSize(1);
        assertThat(log.lines()).containsExactly("WARNING Executing callback took 0.500 seconds");
    }

    @Test
    void oneThatLeavesTheLoopIsNotReported() {
        loop.callSoon(() -> {
            taking(500).run();
            throw new KeyboardInterrupt();
        });
        assertThat(catchThrowable(loop::runForever)).isInstanceOf(KeyboardInterrupt.class);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void switchingTakesEffectFromTheNextCallbackOn() {
        loop.callSoon(() -> {
            loop.debugMode().set(false);
            taking(300).run();
        });
        loop.callSoon(() -> {
            assertThat(loop.debugMode().isOn()).isFalse();
            taking(400).run();
            loop.debugMode().set(true);
        });
        t.run(script("main"));
        assertThat(log.lines()).containsExactly("WARNING Executing callback took 0.300 seconds");
        assertThat(loop.debugMode().isOn()).isTrue();
    }
}
