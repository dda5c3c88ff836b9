package dev.countermand.cli;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.option.ScheduleText;
import dev.countermand.cli.option.SeedNumber;
import dev.countermand.cli.option.StrategyName;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.RunReport;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.ScheduledRun;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one run and shows it. */
@Command(
        name = "run",
        description = "Makes one run of a scenario, in asyncio's own order unless a seed is given,"
                + " and shows what happened.")
final class RunCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            description = "The scenario's file, or the name of a built-in scenario.")
    private String file = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedNumber.class,
            description = "The seed of a random run; implies --strategy random.")
    private @Nullable Long seed;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = StrategyName.class,
            description = {
                "fifo: what CPython does, in its order (default without --seed).",
                "random: every choice is drawn by the seed, which is 0 unless given."
            })
    private @Nullable Strategy strategy;

    @Option(
            names = "--schedule",
            paramLabel = "SCHEDULE",
            converter = ScheduleText.class,
            description = "The schedule of a run, such as explore prints it: fifo, or CHOICE:PICK"
                    + " for each choice that is not asyncio's, such as 12:1,30:2.")
    private @Nullable Schedule schedule;

    @Option(
            names = "--trace",
            paramLabel = "OUT",
            description = "Write the run as a trace file, for replay and show.")
    private @Nullable String trace;

    @Mixin
    private final RunFlags flags = new RunFlags();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        ScenarioSource source = new ScenarioFinder(surroundings).find(file);
        ScenarioProgram program = new ScenarioProgram(source, flags.options());
        TraceDocument run = schedule == null ? drawn(program) : scheduled(program, schedule);
        if (trace != null) {
            TraceWriter.write(surroundings.path(trace), run);
        }
        surroundings.out().print(RunReport.of(run));
        return (run.verdict().violations().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATION)
                .number();
    }

    private TraceDocument drawn(ScenarioProgram program) {
        Strategy chosen = strategy;
        if (chosen == null) {
            chosen = seed == null ? new FifoStrategy() : new RandomStrategy();
        } else if (chosen instanceof FifoStrategy && seed != null) {
            throw new UserError("run: --seed has no meaning with --strategy fifo,"
                    + " which makes the same run for every seed");
        }
        long own = seed == null ? 0 : seed;
        return program.record(chosen.scheduler(own), new RunOrigin(own, chosen.name()));
    }

    private TraceDocument scheduled(ScenarioProgram program, Schedule asked) {
        if (seed != null || strategy != null) {
            throw new UserError("run: --schedule says all that --seed and --strategy could,"
                    + " so give one or the other");
        }
        ScheduledRun scheduler = asked.scheduler();
        TraceDocument run = program.record(scheduler, new RunOrigin(0, "schedule"));
        if (scheduler.misfits() > 0) {
            surroundings.err().println(UserError.oneLine("countermand: warning: "
                    + scheduler.misfits() + " of the schedule's choices did not"
                    + " come up as they were when it was found: the scenario has changed"));
        }
        return run;
    }
}
