package dev.countermand.junit.run;

import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.ScheduledRun;
import dev.countermand.explore.explain.Explainer;
import dev.countermand.explore.lasting.Recheck;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.ShrinkLimits;
import dev.countermand.explore.shrink.Shrinker;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.loop.schedule.ReplayDiverged;
import dev.countermand.loop.schedule.ReplayScheduler;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a test to its failure: checks that the same schedule gives the same run, tries the
 * failures that were kept, then searches; what fails is shrunk, explained and written down.
 */
public final class Exploration {
    private final TestName name;
    private final TestProgram program;
    private final Options options;
    private final SelfCheck check;
    private final FailureText text;
    private final List<String> rechecks = new ArrayList<>();
    private long runs;

    /**
     * Prepares the exploration of a test.
     *
     * @param suspects says which lines may make the test depend on more than its schedule
     */
    public Exploration(
            TestName name, TestProgram program, Options options, Suspects suspects) {
        this.name = name;
        this.program = program;
        this.options = options;
        this.check = new SelfCheck(program);
        this.text = new FailureText(name, options.places(), suspects);
    }

    /**
     * Explores the test.
     *
     * @return what failed; null if nothing did
     */
    public @Nullable TestFailed run() {
        Replay replay = options.replay();
        if (replay != null) {
            return replay(replay);
        }
        Optional<SelfCheck.Difference> difference = check.of(Schedule.FIFO);
        if (difference.isPresent()) {
            return notDeterministic(difference.get());
        }
        RunOutcome first = program.run(Schedule.FIFO.scheduler());
        if (!first.isClean()) {
            // It fails again by itself, so there is nothing to keep it for.
            return found(new SearchResult.FoundRun(1,
                    new RunOrigin(options.limits().seed(), "fifo"), Schedule.FIFO, first),
                    "the first run");
        }
        KeptFailures kept = new KeptFailures(name, options.places());
        for (KeptFailures.Kept failure : kept.read()) {
            Recheck recheck = Recheck.of(program, failure.trace());
            rechecks.add(failure.number() + ": " + recheck.verdict().label());
            boolean fails = recheck.verdict() == Recheck.Verdict.STILL_FAILING
                    || recheck.verdict() == Recheck.Verdict.FAILS_OTHERWISE;
            if (fails) {
                return found(new SearchResult.FoundRun(1,
                        new RunOrigin(failure.trace().origin().seed(), "kept"),
                        recheck.schedule(), recheck.run()),
                        "kept run " + failure.number() + " (" + recheck.verdict().label() + ")");
            }
        }
        return search(kept);
    }

    /** How many schedules the search has tried. */
    public long runs() {
        return runs;
    }

    /** What became of the kept failures that were tried, such as {@code 1: fixed}. */
    public List<String> rechecks() {
        return List.copyOf(rechecks);
    }

    private @Nullable TestFailed search(KeptFailures kept) {
        SearchResult result = new Search(
                program, options.plan(), new SearchLimits(options.limits().schedules(),
                        options.limits().seed(), 1, options.limits().stop()), lane -> check)
                .run(made -> {});
        runs = result.facts().runs();
        SearchResult.FoundRun found = result.found();
        if (found == null) {
            return check.again().map(this::notDeterministic).orElse(null);
        }
        String most = options.limits().schedules() == Long.MAX_VALUE
                ? "" : " of " + options.limits().schedules();
        return kept.save(found(found, "schedule " + found.number() + most));
    }

    private TestFailed found(SearchResult.FoundRun found, String how) {
        Shrunk shrunk = new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(found.schedule(), found.outcome());
        if (shrunk.effort().ending() == Shrunk.Ending.UNREPEATABLE) {
            return notDeterministic(check.of(found.schedule())
                    .orElseGet(() -> SelfCheck.Difference.ofOutcomes(
                            found.schedule(), found.outcome())));
        }
        Insight insight = new Insight(shrunk.shrinkage(),
                new Explainer(program).explain(shrunk.schedule(), found.origin()));
        TraceDocument run = program.record(shrunk.schedule().scheduler(), found.origin());
        return text.of(new Finding(how, run, insight, program.error()));
    }

    private TestFailed notDeterministic(SelfCheck.Difference difference) {
        return text.notDeterministic(difference, program.error(),
                () -> program.run(difference.schedule().scheduler()));
    }

    private @Nullable TestFailed replay(Replay replay) {
        return replay instanceof Replay.OfSchedule given
                ? replaySchedule(given.schedule())
                : replayTrace((Replay.OfTrace) replay);
    }

    private @Nullable TestFailed replaySchedule(Schedule schedule) {
        ScheduledRun run = schedule.scheduler();
        RunOutcome outcome = program.run(run);
        String misfit = run.firstMisfit();
        if (misfit != null) {
            return text.diverged(schedule.toString(), "at " + misfit);
        }
        RunOrigin origin = new RunOrigin(options.limits().seed(), "schedule");
        return outcome.isClean() ? null : text.of(new Finding("the schedule given",
                program.record(schedule.scheduler(), origin),
                new Insight(null, new Explainer(program).explain(schedule, origin)),
                errorOf(schedule)));
    }

    /** The explainer makes other runs, so the error is that of one more run. */
    private @Nullable Throwable errorOf(Schedule schedule) {
        program.run(schedule.scheduler());
        return program.error();
    }

    private @Nullable TestFailed replayTrace(Replay.OfTrace recorded) {
        TraceDocument trace = recorded.trace();
        try {
            ReplayScheduler replay = new ReplayScheduler(trace.choices());
            RunOutcome outcome = program.run(replay);
            int left = trace.choices().size() - replay.used();
            if (left > 0 && outcome.isClean()) {
                return text.diverged(recorded.file(), "at the end: the last " + left + " of "
                        + trace.choices().size() + " recorded choices did not come up");
            }
            return outcome.isClean() ? null : replaySchedule(Schedule.of(trace.choices()));
        } catch (ReplayDiverged diverged) {
            long step = diverged.position() < trace.choices().size()
                    ? trace.choices().get(diverged.position()).step()
                    : trace.verdict().steps();
            return text.diverged(recorded.file(), "at step " + step + ": recorded "
                    + diverged.recorded() + ", now " + diverged.happened());
        }
    }
}
