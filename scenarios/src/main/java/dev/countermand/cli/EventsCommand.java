package dev.countermand.cli;

import dev.countermand.cli.option.PythonLevel;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.scenario.read.ScenarioException;
import dev.countermand.scenario.run.EventLine;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioRun;
import dev.countermand.scenario.value.PythonJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints events as the interpreter on CPython does, so that the two can be compared. */
@Command(
        name = "events",
        description = "Runs scenarios in asyncio's own order and prints their events as JSON"
                + " Lines.")
final class EventsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final PythonLevel python = new PythonLevel();

    @Option(
            names = "--batch",
            description = "Read file names from standard input, one a line; a line"
                    + " {\"scenario\": NAME} goes before each file's events, and a file that cannot"
                    + " be run gives a line {\"error\": ..} instead of them.")
    private boolean isBatch;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "A scenario's file, or the name of a built-in scenario.")
    private List<String> files = new ArrayList<>();

    EventsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (isBatch != files.isEmpty()) {
            throw new UserError(isBatch
                    ? "events: with --batch the files come from standard input, but found "
                            + files.get(0)
                    : "events: expected at least one FILE, or --batch, but found neither");
        }
        if (!isBatch) {
            return named();
        }
        try {
            return batch();
        } catch (IOException e) {
            throw new UserError("standard input: cannot be read: " + e.getMessage());
        }
    }

    /** The files that were named: each that can be run is, whatever is wrong with the others. */
    private int named() {
        ExitCode code = ExitCode.CLEAN;
        Complaints complaints = new Complaints(surroundings);
        for (String file : files) {
            try {
                surroundings.out().print(events(file));
            } catch (UserError | ScenarioException mistake) {
                surroundings.out().flush();
                complaints.failure(mistake, false);
                code = ExitCode.BAD_INPUT;
            }
        }
        return code.number();
    }

    private int batch() throws IOException {
        BufferedReader names = new BufferedReader(
                new InputStreamReader(surroundings.streams().in(), StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            if (!name.isBlank()) {
                surroundings.out().print(line(Map.of("scenario", baseName(name))));
                surroundings.out().print(eventsOrError(name));
            }
        }
        return ExitCode.CLEAN.number();
    }

    private static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Nothing that one file does may end a batch of thousands. */
    private String eventsOrError(String file) {
        try {
            return events(file);
        } catch (UserError | ScenarioException mistake) {
            return line(Map.of("error", mistake.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            return line(Map.of("error", UserError.oneLine("internal: " + defect)));
        }
    }

    private String events(String file) {
        PreparedScenario prepared =
                new ScenarioFinder(surroundings).find(file).prepare(python.version());
        StringBuilder lines = new StringBuilder();
        ScenarioRun.run(
                prepared,
                new FifoStrategy().scheduler(0),
                RunOptions.DEFAULT.withPython(python.version()),
                event -> lines.append(EventLine.of(event)).append('\n'));
        return lines.toString();
    }

    /** Line ends are those of JSON Lines on every system. */
    private static String line(Map<String, ? extends @Nullable Object> fields) {
        return PythonJson.write(fields) + "\n";
    }
}
