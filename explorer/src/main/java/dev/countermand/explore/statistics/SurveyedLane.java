package dev.countermand.explore.statistics;

import dev.countermand.explore.FailureKey;
import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.search.RunListener;
import dev.countermand.explore.search.SearchFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the runs of one lane were like, failing ones among them; memory does not grow with runs. */
final class SurveyedLane implements RunListener {
    private final SampledRuns sample = new SampledRuns(new DistinctOrders());
    private final Map<FailureKey, FailureCount> failures = new LinkedHashMap<>();
    private SearchFacts facts = SearchFacts.NONE;

    @Override
    public void ran(long number, PickRecorder picks, RunOutcome outcome) {
        sample.ran(number, picks, outcome);
        facts = facts.plus(new SearchFacts(1, outcome.choicePoints(), outcome.steps()));
        if (!outcome.isClean()) {
            FailureKey key = outcome.failureKey();
            failures.merge(key, new FailureCount(key, outcome.violations().get(0), 1, number),
                    FailureCount::plus);
        }
    }

    @Override
    public void blockEnded(long lastNumber) {
        sample.blockEnded(lastNumber);
    }

    SampledRuns sample() {
        return sample;
    }

    Map<FailureKey, FailureCount> failures() {
        return failures;
    }

    SearchFacts facts() {
        return facts;
    }
}
