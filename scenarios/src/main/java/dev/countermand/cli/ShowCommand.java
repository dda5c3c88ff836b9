package dev.countermand.cli;

import dev.countermand.cli.explore.ReferenceRun;
import dev.countermand.cli.option.RegularExpression;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.LaneColours;
import dev.countermand.cli.walk.Walk;
import dev.countermand.cli.walk.WalkTerminal;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceFile;
import dev.countermand.report.TraceReader;
import dev.countermand.report.text.LaneOptions;
import dev.countermand.report.text.LaneReport;
import dev.countermand.report.text.RowFilter;
import dev.countermand.report.text.StepView;
import dev.countermand.report.text.TaskNames;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a trace. */
@Command(
        name = "show",
        description = "Shows a trace: one lane for each task, time downwards, at most 100 columns.")
final class ShowCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "TRACE", description = "The trace's file.")
    private String trace = "";

    @Option(
            names = "--grep",
            paramLabel = "REGEX",
            converter = RegularExpression.class,
            description = "Only the steps in whose words this Java regular expression is found.")
    private @Nullable Pattern expression;

    @Option(
            names = "--task",
            paramLabel = "NAME",
            description = "Only the steps of this task, and what is done to it; may be given"
                    + " several times.")
    private @Nullable List<String> tasks;

    @Option(
            names = "--changed",
            description = "Only the steps that depart from asyncio's order, show a violation, or"
                    + " are not in the nearest run that passes; where the trace does not hold"
                    + " that, in the run that asyncio itself makes of the scenario.")
    private boolean isChangedOnly;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "For --changed: the scenario whose run in asyncio's order is the one to"
                    + " compare with.")
    private @Nullable String scenario;

    @Option(
            names = "--step",
            description = "Walk through the run by keys: n, p, arrows and space move, g goes to a"
                    + " step, / searches, q quits. Without a terminal, keys are read from standard"
                    + " input.")
    private boolean isWalk;

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TraceFile file = TraceReader.readFile(surroundings.path(trace));
        TraceDocument run = file.run();
        if (isWalk) {
            return walk(run);
        }
        String lanes = LaneReport.render(run, LaneOptions.WHOLE, filter(file));
        surroundings.out().print(LaneColours.of(lanes, surroundings.colours()));
        return ExitCode.CLEAN.number();
    }

    private int walk(TraceDocument run) {
        if (expression != null || tasks != null || isChangedOnly) {
            throw new UserError("--step: expected no --grep, --task or --changed beside it, as a"
                    + " walk shows every step");
        }
        StepView view = new StepView(run);
        if (view.size() == 0) {
            throw new UserError(trace + ": /events: expected a step to walk to, but nothing"
                    + " happened");
        }
        try (Terminal terminal = WalkTerminal.of(surroundings)) {
            new Walk(terminal, view, surroundings.colours()).run();
        } catch (IOException e) {
            throw new UserError("--step: the terminal cannot be used: " + e.getMessage());
        }
        return ExitCode.CLEAN.number();
    }

    private RowFilter filter(TraceFile file) {
        RowFilter filter = RowFilter.ALL;
        if (expression != null) {
            filter = filter.and(RowFilter.matching(expression));
        }
        if (tasks != null) {
            check(tasks, TaskNames.of(file.run()));
            filter = filter.and(RowFilter.about(tasks));
        }
        return isChangedOnly ? filter.and(changed(file)) : filter;
    }

    private RowFilter changed(TraceFile file) {
        try {
            return RowFilter.unlike(file.run(),
                    ReferenceRun.of(surroundings, trace, file, scenario).run());
        } catch (UserError missing) {
            if (scenario != null) {
                throw missing;
            }
            surroundings.err().println(UserError.oneLine("countermand: warning: --changed shows"
                    + " only what is marked, as there is no run to compare with: "
                    + missing.getMessage()));
            return RowFilter.marked();
        }
    }

    private static void check(List<String> wanted, Set<String> known) {
        for (String task : wanted) {
            if (!known.contains(task)) {
                throw new UserError("--task: expected the name of a task of this trace (one of "
                        + String.join(", ", known) + "), but found '" + task + "'");
            }
        }
    }
}
