package dev.countermand.cli.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.source.Library;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.Streams;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.RunOrigin;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.report.TraceDocument;
import dev.countermand.scenario.run.RunOptions;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real asyncio shows the bugs of the library when it is made to run as they were found. */
class ConfirmedBugsTest {
    private static final int RUNS_TO_FIND = 3_000;
    private static final int LEAST_CONFIRMED = 20;
    private static final String FIXED = "-fixed";

    @Test
    void atLeastTwentyBugsOfTheLibraryAreConfirmedAndNoneIsRefuted() {
        List<InstalledPython> pythons = PythonFinder.all();
        assumeTrue(!pythons.isEmpty(), "there is no CPython of 3.11 or newer here");
        for (InstalledPython python : pythons) {
            List<String> refuted = new ArrayList<>();
            int confirmed = 0;
            for (ScenarioSource source : bugs()) {
                Optional<RecordedFinding> finding = find(source, python);
                if (finding.isEmpty()) {
                    print(source, python, "not found on this level");
                    continue;
                }
                Confirmation confirmation = finding.get().on(python).confirmation();
                if (confirmation instanceof Confirmation.Confirmed events) {
                    confirmed++;
                    print(source, python, events.events() + " events, " + finding.get()
                            .recorded().verdict().violations().get(0).kind().label());
                } else {
                    refuted.add(source.stem() + ": " + confirmation);
                }
            }
            System.out.printf("confirmed on CPython %s: %d of %d%n",
                    python.release(), confirmed, bugs().size());
            assertThat(refuted).as(python.release()).isEmpty();
            assertThat(confirmed).as(python.release()).isGreaterThanOrEqualTo(LEAST_CONFIRMED);
        }
    }

    private static void print(ScenarioSource source, InstalledPython python, String result) {
        System.out.printf("%-34s CPython %s: %s%n", source.stem(), python.release(), result);
    }

    /** The first failing run of a random search on the level of a Python. */
    private static Optional<RecordedFinding> find(ScenarioSource source, InstalledPython python) {
        if (source.needed().compareTo(python.level()) > 0) {
            return Optional.empty();
        }
        RunOptions options = RunOptions.DEFAULT.withPython(python.level());
        ScenarioProgram program = new ScenarioProgram(source, options);
        RandomStrategy strategy = new RandomStrategy();
        for (long seed = 0; seed < RUNS_TO_FIND; seed++) {
            if (!program.run(strategy.scheduler(seed)).isClean()) {
                TraceDocument recorded = program.record(
                        strategy.scheduler(seed), new RunOrigin(seed, strategy.name()));
                return Optional.of(new RecordedFinding(source, recorded, options));
            }
        }
        return Optional.empty();
    }

    private static List<ScenarioSource> bugs() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ScenarioFinder finder = new ScenarioFinder(new Surroundings(
                new Streams(InputStream.nullInputStream(), nowhere, nowhere),
                Path.of("target"), "countermand", false));
        return Library.entries().stream()
                .filter(entry -> entry.group().equals("bugs") && !entry.name().endsWith(FIXED))
                .map(entry -> finder.find(entry.name()))
                .toList();
    }
}
