package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.search.RunListener;
import dev.countermand.explore.search.SearchFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the runs of one lane were like; memory grows with those that fail, not with all. */
final class SurveyedLane implements RunListener {
    private final SampledRuns sample = new SampledRuns(new DistinctOrders());
    private final Map<FailureKey, FailureCount> failures = new LinkedHashMap<>();

    /** The failures of the present block of runs, not yet known to count. */
    private final List<FailureCount> inBlock = new ArrayList<>();

    private final List<Long> failed = new ArrayList<>();
    private SearchFacts facts = SearchFacts.NONE;

    @Override
    public void ran(long number, PickRecorder picks, RunOutcome outcome) {
        sample.ran(number, picks, outcome);
        if (!outcome.isClean()) {
            inBlock.add(new FailureCount(
                    outcome.failureKey(), outcome.violations().get(0), 1, number));
        }
    }

    @Override
    public void blockEnded(long lastNumber, SearchFacts counted) {
        sample.blockEnded(lastNumber, counted);
        facts = facts.plus(counted);
        for (FailureCount failure : inBlock) {
            if (failure.first() <= lastNumber) {
                failures.merge(failure.key(), failure, FailureCount::plus);
                failed.add(failure.first());
            }
        }
        inBlock.clear();
    }

    SampledRuns sample() {
        return sample;
    }

    Map<FailureKey, FailureCount> failures() {
        return failures;
    }

    /** The numbers of the runs that failed, ascending. */
    List<Long> failed() {
        return failed;
    }

    SearchFacts facts() {
        return facts;
    }
}
