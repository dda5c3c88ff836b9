package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExhaustCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aRepairedProgramIsSaidToHaveNoFailingOrder() {
        Shell.Result result = new Shell(folder).run("exhaust", "lock-wakeup-lost-fixed");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .matches("exhaustive: \\d+ classes of orders, none fails \\(\\d+ runs\\)\n");
    }

    @Test
    void aBrokenProgramIsReportedWithAScheduleThatFails() {
        Shell shell = new Shell(folder);
        Shell.Result found = shell.run("exhaust", "lock-wakeup-lost");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).startsWith("deadlock: ").contains("strategy exhaustive");
        assertThat(shell.paste(found.after("repeat")).code()).isEqualTo(1);
    }

    @Test
    void aLimitThatIsReachedIsNeverCalledExhaustive() {
        Shell.Result result = new Shell(folder).run(
                "exhaust", "lock-wakeup-lost-fixed", "--runs", "5");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).startsWith("not exhaustive: the limit of 5 ");
    }
}
