package dev.countermand.cli;

import dev.countermand.cli.explore.RecordedRun;
import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.option.SeedNumber;
import dev.countermand.cli.option.StrategyName;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.RunReport;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceWriter;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
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
            description = "The run's own seed, such as explore prints it; implies --strategy"
                    + " random.")
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
        Strategy chosen = strategy;
        if (chosen == null) {
            chosen = seed == null ? new FifoStrategy() : new RandomStrategy();
        } else if (chosen instanceof FifoStrategy && seed != null) {
            throw new UserError("run: --seed has no meaning with --strategy fifo,"
                    + " which makes the same run for every seed");
        }
        RunOptions options = flags.options();
        ScenarioSource source = new ScenarioFinder(surroundings).find(file);
        PreparedScenario prepared = source.prepare(options.python());
        TraceDocument run =
                new RecordedRun(source, prepared).of(chosen, seed == null ? 0 : seed, options);
        if (trace != null) {
            TraceWriter.write(surroundings.path(trace), run);
        }
        surroundings.out().print(RunReport.of(run));
        return (run.verdict().violations().isEmpty() ? ExitCode.CLEAN : ExitCode.VIOLATION)
                .number();
    }
}
