package dev.countermand.cli.explore;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.Program;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.statistics.FailureCount;
import dev.countermand.explore.statistics.SuffixPoint;
import dev.countermand.explore.statistics.SuffixSampling;
import dev.countermand.explore.statistics.Survey;
import dev.countermand.report.ExplorationStatistics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What more runs say of a search: with a finding, the search is made again and does not stop there,
 * and the finding's own choices are looked into.
 *
 * @param survey the runs; those of the search itself if it found nothing
 * @param finding what was found, null if nothing was
 * @param suffixes how often runs fail that begin like the finding; empty without one
 */
public record Analysis(Survey survey, @Nullable Finding finding, List<SuffixPoint> suffixes) {
    /** How many runs are made from each prefix of the finding. */
    public static final int SUFFIX_SAMPLES = 200;

    /** A search that found something is made again with so many runs, or as many as it needed. */
    private static final long SURVEYED_RUNS = 10_000;

    /** Copies the list. */
    public Analysis {
        suffixes = List.copyOf(suffixes);
    }

    /**
     * Looks into a search.
     *
     * @param search the search
     * @param limits those of the search, with a stop of its own
     * @param finding what it found, null if it found nothing
     */
    public static Analysis of(Searched search, SearchLimits limits, @Nullable Finding finding) {
        if (finding == null) {
            return new Analysis(search.survey(), null, List.of());
        }
        long runs = Math.min(limits.runs(), Math.max(SURVEYED_RUNS, finding.runs()));
        Survey survey = Survey.ofAll(search.program(), search.plan(),
                new SearchLimits(runs, limits.seed(), limits.workers(), limits.stop()),
                search.progress());
        List<SuffixPoint> suffixes = new SuffixSampling(search.program(), finding.schedule(),
                limits.seed(), SUFFIX_SAMPLES).points(limits.stop());
        return new Analysis(survey, finding, suffixes);
    }

    /**
     * A search that is over.
     *
     * @param survey what its runs were like
     * @param progress hears of the runs that are made now
     */
    public record Searched(
            Program program, SearchPlan plan, Survey survey, Search.Progress progress) {}

    /** How often the survey's runs failed as the finding did; empty without one. */
    public Optional<ExplorationStatistics> failing() {
        if (finding == null) {
            return Optional.empty();
        }
        FailureKey key = FailureKey.of(finding.violation());
        long failed = survey.failures().stream().filter(count -> count.key().equals(key))
                .mapToLong(FailureCount::failed).sum();
        return Optional.of(new ExplorationStatistics(
                survey.facts().runs(), failed, survey.facts().choicePoints()));
    }
}
