package dev.countermand.cli;

import dev.countermand.cli.confirm.ConfirmText;
import dev.countermand.cli.confirm.InstalledPython;
import dev.countermand.cli.confirm.PythonFinder;
import dev.countermand.cli.confirm.RecordedFinding;
import dev.countermand.cli.confirm.Trial;
import dev.countermand.cli.option.RecordedOptions;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.StatusLine;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import dev.countermand.scenario.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a recorded run on a real CPython and compares. */
@Command(
        name = "confirm",
        description = "Makes the run of a trace on the CPython that is installed here, with the"
                + " same choices forced, and compares the two event by event.")
final class ConfirmCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "The trace's file.")
    private String trace = "";

    @Option(
            names = "--python",
            paramLabel = "PYTHON",
            description = "A version such as 3.13 or 3.13.0, or an executable. By default, of those"
                    + " in pyenv and on the PATH, the one nearest to the trace's version.")
    private @Nullable String python;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "The scenario. By default it is found as `replay` finds it.")
    private @Nullable String scenario;

    @Option(
            names = "--emit",
            paramLabel = "OUT",
            description = "Also write the run as a Python program in one file, for a bug report.")
    private @Nullable String emit;

    ConfirmCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = surroundings.path(trace);
        TraceDocument recorded = TraceReader.read(file);
        ScenarioSource source = new ScenarioFinder(surroundings)
                .findRecorded(trace, file, recorded.subject(), scenario);
        RunOptions options = RecordedOptions.of(trace, recorded);
        if (options.orders() != OrderMode.LEGAL) {
            throw new UserError(trace + ": /origin/orders: expected legal, as asyncio cannot make"
                    + " a run with " + options.orders().label() + " orders");
        }
        PythonVersion needed = source.needed();
        InstalledPython found = python == null
                ? PythonFinder.nearest(options.python(), needed)
                : PythonFinder.named(python);
        if (found.level().compareTo(needed) < 0) {
            throw new UserError(source.word() + ": /python: the scenario needs Python "
                    + needed.label() + " or newer, but is to run on CPython " + found.release());
        }
        warn(recorded, source, options, found);
        RecordedFinding finding = new RecordedFinding(source, recorded, options);
        Trial trial = trial(finding, found);
        ConfirmText text = ConfirmText.of(found, trial);
        surroundings.out().print(text.text());
        if (emit != null) {
            write(emit, finding.program(found, trial));
        }
        return text.code().number();
    }

    private Trial trial(RecordedFinding finding, InstalledPython found) {
        StatusLine line = new StatusLine(surroundings);
        line.show("playing " + finding.recorded().choices().size() + " choices on CPython "
                + found.release());
        try {
            return finding.on(found);
        } finally {
            line.clear();
        }
    }

    private void warn(
            TraceDocument recorded,
            ScenarioSource source,
            RunOptions options,
            InstalledPython found) {
        String sha256 = recorded.subject().sha256();
        if (sha256 != null && !sha256.equals(source.sha256())) {
            warn(source.word() + " has changed since the trace was recorded (its SHA-256 differs)");
        }
        if (found.level() != options.python()) {
            warn("the trace is of Python " + options.python().label() + ", and CPython "
                    + found.release() + " may do other things");
        }
    }

    private void warn(String message) {
        surroundings.err().println(UserError.oneLine("countermand: warning: " + message));
    }

    private void write(String name, String program) {
        try {
            Files.writeString(surroundings.path(name), program);
        } catch (IOException e) {
            throw new UserError(name + ": cannot be written: " + e.getMessage());
        }
        surroundings.out().print("program    " + UserError.oneLine(name) + '\n');
    }
}
