package dev.countermand.cli.bench;

import dev.countermand.cli.explore.ScenarioProgram;
import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.search.Workers;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.scenario.run.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Measures strategies on the programs of a suite. Nothing here looks at a clock. */
public final class Bench {
    private final Limits limits;

    /** Creates a bench. */
    public Bench(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much is measured.
     *
     * @param seeds how many searches are made for each pair, with the base seeds 0, 1, ..
     * @param runs how many runs a search makes at most
     * @param repairedRuns how many runs of a repaired program must be clean; 0 for none
     * @param workers how many threads work on it; the figures are the same for any number
     */
    public record Limits(int seeds, long runs, long repairedRuns, int workers) {}

    /**
     * What was measured of one program.
     *
     * @param subject the program
     * @param byPlan for each plan, in its order, how many runs it needed
     * @param shrunkDepartures how many departures the finding of the first plan and the first seed
     *     has once it is shrunk; null if there was none
     * @param falseAlarms how many runs of the repaired program failed under the first plan
     */
    public record Row(
            BenchSuite.Subject subject,
            List<Measurement> byPlan,
            @Nullable Integer shrunkDepartures,
            long falseAlarms) {}

    /**
     * Measures all programs; the first plan is the one that is also used for the other figures.
     *
     * @param progress hears after each program how many are measured, on any of the threads
     */
    public List<Row> measure(
            List<BenchSuite.Subject> subjects, List<SearchPlan> plans, IntConsumer progress) {
        @Nullable Row[] rows = new Row[subjects.size()];
        AtomicInteger done = new AtomicInteger();
        Workers.each(limits.workers(), rows.length, i -> {
            rows[i] = row(subjects.get(i), plans);
            progress.accept(done.incrementAndGet());
        });
        List<Row> all = new ArrayList<>();
        for (Row row : rows) {
            if (row != null) {
                all.add(row);
            }
        }
        return all;
    }

    private Row row(BenchSuite.Subject subject, List<SearchPlan> plans) {
        RunOptions options = RunOptions.DEFAULT.withOrders(
                subject.isAdversarial() ? OrderMode.ADVERSARIAL : OrderMode.LEGAL);
        Program broken = new ScenarioProgram(subject.broken(), options);
        List<Measurement> byPlan = new ArrayList<>();
        Integer shrunk = null;
        for (SearchPlan plan : plans) {
            List<Long> runs = new ArrayList<>();
            int found = 0;
            for (int seed = 0; seed < limits.seeds(); seed++) {
                SearchResult.FoundRun run = search(broken, plan, limits.runs(), seed).found();
                runs.add(run == null ? limits.runs() : run.number());
                found += run == null ? 0 : 1;
                if (run != null && shrunk == null && byPlan.isEmpty()) {
                    shrunk = shrink(broken, run).schedule().departures().size();
                }
            }
            byPlan.add(new Measurement(limits.runs(), runs, found));
        }
        return new Row(subject, byPlan, shrunk, falseAlarms(subject, plans.get(0), options));
    }

    private static SearchResult search(Program program, SearchPlan plan, long runs, long seed) {
        return new Search(program, plan, SearchLimits.of(runs, seed)).run(made -> {});
    }

    private static Shrunk shrink(Program program, SearchResult.FoundRun found) {
        return new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(found.schedule(), found.outcome());
    }

    /** Searches on after a false alarm, so that their number is known and not only that of one. */
    private long falseAlarms(BenchSuite.Subject subject, SearchPlan plan, RunOptions options) {
        if (subject.repaired() == null) {
            return 0;
        }
        Program repaired = new ScenarioProgram(subject.repaired(), options);
        long alarms = 0;
        long left = limits.repairedRuns();
        for (long seed = 0; left > 0; seed++) {
            SearchResult result = search(repaired, plan, left, seed);
            alarms += result.found() == null ? 0 : 1;
            left = result.ending() == SearchResult.Ending.FOUND
                    ? left - result.facts().runs()
                    : 0;
        }
        return alarms;
    }
}
