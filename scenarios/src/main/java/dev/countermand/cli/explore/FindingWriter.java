package dev.countermand.cli.explore;

import dev.countermand.cli.option.RunFlags;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.explore.Program;
import dev.countermand.explore.explain.Explainer;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.report.Explanation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceFile;
import dev.countermand.report.text.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a finding of a failing run: shrinks it, explains it, records it, writes its trace, adds it
 * to the summary of a CI job, and says how to repeat it.
 */
public final class FindingWriter {
    private final Surroundings surroundings;
    private final ScenarioSource source;
    private final RunFlags flags;
    private final List<TraceFolder> folders;

    /**
     * Creates it.
     *
     * @param flags how the scenario was run
     * @param folders where the trace is to be written; the first is the one that is named
     */
    public FindingWriter(
            Surroundings surroundings,
            ScenarioSource source,
            RunFlags flags,
            List<TraceFolder> folders) {
        this.surroundings = surroundings;
        this.source = source;
        this.flags = flags;
        this.folders = List.copyOf(folders);
    }

    /**
     * Does all that to a failing run.
     *
     * @param complaints hears of a trace that could not be written: what was found is worth more
     *     than its trace, as the schedule alone repeats it
     */
    public Finding of(
            Program program, SearchResult.FoundRun found, Consumer<TraceException> complaints) {
        Shrunk shrunk = new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(found.schedule(), found.outcome());
        TraceDocument run = program.record(shrunk.schedule().scheduler(), found.origin());
        if (!run.verdict().violations().equals(shrunk.outcome().violations())) {
            throw new IllegalStateException("the run of schedule " + shrunk.schedule()
                    + " was another one when it was repeated for its trace");
        }
        Explanation why = shrunk.effort().ending() == Shrunk.Ending.UNREPEATABLE
                ? null
                : new Explainer(program).explain(shrunk.schedule(), found.origin());
        TraceFile file = new TraceFile(run, shrunk.shrinkage(), why);
        String trace = write(file, complaints);
        JobSummary.add(surroundings, run);
        boolean isLegal = run.origin().orders().equals(OrderMode.LEGAL.label());
        List<String> repeat = new ArrayList<>(List.of(
                "run", source.word(), "--schedule", shrunk.schedule().toString()));
        repeat.addAll(flags.words());
        return new Finding(found.number(), run, Insight.of(file), trace,
                new Finding.Commands(
                        surroundings.command(repeat),
                        trace == null ? null : onTrace("replay", trace),
                        trace == null || !isLegal ? null : onTrace("confirm", trace)));
    }

    private String onTrace(String command, String trace) {
        List<String> replay = new ArrayList<>(List.of(command, trace));
        if (!source.isBuiltIn()) {
            replay.addAll(List.of("--scenario", source.word()));
        }
        return surroundings.command(replay);
    }

    private @Nullable String write(TraceFile file, Consumer<TraceException> complaints) {
        String name = source.stem() + "-" + file.run().origin().seed();
        String named = null;
        for (TraceFolder folder : folders) {
            try {
                String place = folder.write(name, file);
                named = named == null ? place : named;
            } catch (TraceException e) {
                complaints.accept(e);
            }
        }
        return named;
    }
}
