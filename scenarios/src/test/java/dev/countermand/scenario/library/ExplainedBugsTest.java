package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.explain.Explainer;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.report.Explanation;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import dev.countermand.report.text.Insight;
import dev.countermand.scenario.read.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the library's bugs once they are shrunk. */
class ExplainedBugsTest {
    private static final Path RESOURCES =
            Path.of("src/test/resources/dev/countermand/scenario/library/explained");
    private static final RunOrigin ORIGIN = new RunOrigin(24301, "random");

    /** The schedules are written down, so that no change of a strategy changes these files. */
    @ParameterizedTest
    @CsvSource({
        "lock-wakeup-lost, '0:1,6:1', deadlock",
        "condition-wait-unlocked, 3:1, cancel",
        "group-late-child, 1:2, data",
        "semaphore-overtaking, '0:1,1:1', two-values"
    })
    void theMessageIsTheGoldenOne(String bug, String schedule, String golden) throws IOException {
        Program program = ShrunkBugs.program(bug);
        Schedule shrunk = Schedule.parse(schedule);
        Shrinkage shrinkage = new Shrinkage(new Shrinkage.Extent(212, 19),
                new Shrinkage.Extent(program.run(shrunk.scheduler()).steps(),
                        shrunk.departures().size()), 3);
        Insight insight = new Insight(shrinkage, new Explainer(program).explain(shrunk, ORIGIN));
        String message = FailureReport.render(program.record(shrunk.scheduler(), ORIGIN),
                new FailureContext(null, "run 38 of 1000", insight, null, null));
        Golden.assertHolds(RESOURCES.resolve(golden + ".txt"), message);
        assertThat(message.lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyDepartureOfAShrunkBugIsNeededAndARunThatPassesIsNear(Bug bug) {
        Program program = ShrunkBugs.program(bug.name());
        Shrunk shrunk = ShrunkBugs.shrink(program, ShrunkBugs.find(program, 1));
        Explanation explanation = new Explainer(program).explain(shrunk.schedule(), ORIGIN);
        assertThat(explanation.departures()).hasSize(shrunk.after().departures());
        assertThat(explanation.needed()).isEqualTo(shrunk.after().departures());
        assertThat(explanation.nearest()).isNotNull();
        assertThat(explanation.nearest().run().verdict().violations()).isEmpty();
        for (int i = 0; i < explanation.departures().size(); i++) {
            int own = shrunk.schedule().departures().get(i).pick();
            assertThat(explanation.departures().get(i).trials())
                    .filteredOn(trial -> trial.change() instanceof Explanation.Change.Pick pick
                            && pick.pick() == own)
                    .singleElement().extracting(Explanation.Trial::verdict)
                    .isEqualTo(Explanation.Verdict.FAILS);
        }
    }

    static List<Bug> bugs() {
        return Bug.ALL;
    }
}
