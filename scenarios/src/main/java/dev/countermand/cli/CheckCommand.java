package dev.countermand.cli;

import dev.countermand.cli.explore.JobSummary;
import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.option.RecordedOptions;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.RecheckLine;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.lasting.Recheck;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the kept failures of a folder again. */
@Command(
        name = "check",
        description = "Runs the schedules that explore --save kept in a folder again, on the"
                + " scenarios as they are now, and says of each whether it still fails.")
final class CheckCommand implements Callable<Integer> {
    private static final String SUFFIX = ".trace.json";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The folder with the kept traces.")
    private String folder = "";

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Path> traces = traces(surroundings.path(folder));
        if (traces.isEmpty()) {
            surroundings.out().println("nothing to check: no " + SUFFIX + " in " + folder);
            return ExitCode.CLEAN.number();
        }
        boolean failing = false;
        boolean drifted = false;
        boolean broken = false;
        for (Path trace : traces) {
            try {
                Recheck recheck = recheck(trace);
                surroundings.out().print(RecheckLine.of(trace.getFileName().toString(), recheck));
                failing |= !recheck.run().isClean();
                drifted |= recheck.verdict() == Recheck.Verdict.DRIFTED;
            } catch (RuntimeException e) {
                // One unreadable file must not hide what the others say.
                new Complaints(surroundings).failure(e, false);
                broken = true;
            }
        }
        return code(failing, drifted, broken).number();
    }

    private static ExitCode code(boolean failing, boolean drifted, boolean broken) {
        if (failing) {
            return ExitCode.VIOLATION;
        }
        if (broken) {
            return ExitCode.BAD_INPUT;
        }
        return drifted ? ExitCode.DIVERGED : ExitCode.CLEAN;
    }

    private Recheck recheck(Path file) {
        TraceDocument kept = TraceReader.read(file);
        TraceDocument.Subject subject = kept.subject();
        if (subject.file() == null || subject.sha256() == null) {
            throw new UserError(file + ": /subject: expected the file of a scenario, but this"
                    + " trace is of " + subject.name() + ", which names none");
        }
        ScenarioSource source = new ScenarioFinder(surroundings)
                .findRecorded(file, subject.file(), subject.sha256());
        ScenarioProgram program =
                new ScenarioProgram(source, RecordedOptions.of(file.toString(), kept));
        Recheck recheck = Recheck.of(program, kept);
        if (!recheck.run().isClean()) {
            RunOrigin origin = new RunOrigin(kept.origin().seed(), kept.origin().strategy());
            JobSummary.add(surroundings,
                    program.record(recheck.schedule().scheduler(), origin));
        }
        return recheck;
    }

    private List<Path> traces(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new UserError(folder + ": expected a folder, but found "
                    + (Files.exists(directory) ? "a file" : "none"));
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be read: " + e.getMessage());
        }
    }
}
