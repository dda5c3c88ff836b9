package dev.countermand.cli;

import dev.countermand.cli.explore.Replay;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.option.RecordedOptions;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.RecheckLine;
import dev.countermand.cli.text.ReplayText;
import dev.countermand.explore.lasting.Recheck;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a recorded run again and compares. */
@Command(
        name = "replay",
        description = "Makes the run of a trace again, with its choices, and compares the two event"
                + " by event.")
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "The trace's file.")
    private String trace = "";

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "The scenario. By default the file of the recorded name beside the trace,"
                    + " in the current folder or in the library, one with the recorded content"
                    + " before all others.")
    private @Nullable String scenario;

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = surroundings.path(trace);
        TraceDocument recorded = TraceReader.read(file);
        ScenarioSource source = new ScenarioFinder(surroundings)
                .findRecorded(trace, file, recorded.subject(), scenario);
        Replay replay = Replay.of(
                source, recorded, RecordedOptions.of(trace, recorded));
        String sha256 = recorded.subject().sha256();
        if (sha256 != null && !sha256.equals(source.sha256())) {
            surroundings.err().println(UserError.oneLine("countermand: warning: " + source.word()
                    + " has changed since the trace was recorded (its SHA-256 differs)"));
        }
        ReplayText text = ReplayText.of(recorded, replay);
        surroundings.out().print(text.text());
        boolean failed = !recorded.verdict().violations().isEmpty();
        if (failed && text.code() == ExitCode.DIVERGED) {
            surroundings.out().print("realigned: " + RecheckLine.of(trace, Recheck.of(
                    new ScenarioProgram(source, RecordedOptions.of(trace, recorded)),
                    recorded)));
        }
        return text.code().number();
    }
}
