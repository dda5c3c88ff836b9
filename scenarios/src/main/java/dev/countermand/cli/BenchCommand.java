package dev.countermand.cli;

import dev.countermand.cli.bench.Bench;
import dev.countermand.cli.bench.BenchJson;
import dev.countermand.cli.bench.BenchSuite;
import dev.countermand.cli.bench.BenchTable;
import dev.countermand.cli.option.PageFile;
import dev.countermand.cli.option.PlanName;
import dev.countermand.cli.option.PositiveNumber;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.StatusLine;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.page.ExplorationPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the strategies on the bugs of the library. */
@Command(
        name = "bench",
        description = "CancelBench: measures how many runs each strategy needs to find each bug of"
                + " the library, and ports of known programs. Prints Markdown.")
final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            converter = PlanName.class,
            description = "Measure this strategy only; may be given several times. The first one is"
                    + " the one compared with the others.")
    private @Nullable List<SearchPlan> plans;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Measure this program only; may be given several times.")
    private @Nullable List<String> only;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "20",
            description = "How many searches for each pair (default: ${DEFAULT-VALUE}).")
    private long seeds;

    @Option(
            names = "--runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "1000",
            description = "How many runs a search makes at most (default: ${DEFAULT-VALUE}).")
    private long runs;

    @Option(
            names = "--repaired-runs",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10000",
            description = "How many runs of each repaired program are made to see whether any"
                    + " fails (default: ${DEFAULT-VALUE}).")
    private long repairedRuns;

    @Option(names = "--json", description = "Print one JSON object instead of the tables.")
    private boolean isJson;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write the results as a page with plots.")
    private @Nullable String html;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PageFile.check(surroundings, html);
        List<SearchPlan> measured = plans == null ? allPlans() : plans;
        Bench.Limits limits = new Bench.Limits((int) Math.min(seeds, Integer.MAX_VALUE), runs,
                repairedRuns, Runtime.getRuntime().availableProcessors());
        List<Bench.Row> rows = measure(new Bench(limits), measured);
        surroundings.out().print(isJson
                ? BenchJson.of(rows, measured, limits)
                : BenchTable.of(rows, measured, limits));
        if (html != null) {
            ExplorationPage.write(
                    surroundings.path(html), BenchJson.of(rows, measured, limits));
        }
        boolean alarm = rows.stream().anyMatch(row -> row.falseAlarms() > 0);
        return (alarm ? ExitCode.VIOLATION : ExitCode.CLEAN).number();
    }

    private List<Bench.Row> measure(Bench bench, List<SearchPlan> measured) {
        List<BenchSuite.Subject> subjects = subjects();
        StatusLine line = new StatusLine(surroundings);
        IntConsumer progress = done -> line.show(done, subjects.size(),
                done + " of " + subjects.size() + " programs measured");
        progress.accept(0);
        try {
            return bench.measure(subjects, measured, progress);
        } finally {
            line.clear();
        }
    }

    private static List<SearchPlan> allPlans() {
        return Strategies.names().stream()
                .map(name -> Objects.requireNonNull(Strategies.byName(name))).toList();
    }

    private List<BenchSuite.Subject> subjects() {
        List<BenchSuite.Subject> all = BenchSuite.read().subjects();
        if (only == null) {
            return all;
        }
        List<BenchSuite.Subject> wanted = new ArrayList<>();
        for (String name : only) {
            wanted.add(all.stream().filter(subject -> subject.name().equals(name)).findFirst()
                    .orElseThrow(() -> new UserError("--only: expected the name of a program of the"
                            + " benchmark, but found '" + name + "'")));
        }
        return wanted;
    }
}
