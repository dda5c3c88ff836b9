package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports name the way each cancellation came, whatever it was. */
class CancelChainsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        cancel-before-start           | fifo    | victim  step 1, 0.000s  by main
        cancel-goes-inwards           | fifo    | inner  step 5, 0.000s  by main -> task outer
        timeout-balances-its-cancel   | fifo    | main  step 2, 1.000s  by timer -> timeout
        wait-for-zero-never-starts    | fifo    | child  step 1, 0.000s  by main -> wait_for
        group-error-cancels-siblings  | fifo    | by done callback of task bad -> task group
        gather-cancel-waits-for-all   | fifo    | by main -> task parent -> gather
        runner-exit-cancels-leftovers | fifo    | leftover  step 4, 0.000s  by Runner.close
        interrupt-cancels-main-only   | fifo    | main   step 2, 1.000s  by SIGINT
        interrupt-cancels-main-only   | fifo    | other  step 7, 2.000s  by Runner.close
        lock-wakeup-lost              | 0:1,6:1 | first  step 7, 1.000s  by explorer
        """)
    void theChainIsNamedDownToTheTask(String scenario, String schedule, String line) {
        Program program = ShrunkBugs.program(scenario);
        String report = FailureReport.render(
                program.record(Schedule.parse(schedule).scheduler(), new RunOrigin(0, "fifo")),
                FailureContext.NONE);
        assertThat(report.substring(report.indexOf("\n  cancelled ")).lines())
                .anyMatch(shown -> shown.endsWith(line));
    }
}
