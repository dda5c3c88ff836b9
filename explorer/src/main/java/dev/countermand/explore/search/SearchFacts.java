package dev.countermand.explore.search;

/**
 * What the runs of a search were like; of one that found something, the runs up to the failing one.
 *
 * @param runs how many there were
 * @param choicePoints how many choices all of them had together
 * @param steps how many loop steps they took together
 */
public record SearchFacts(long runs, long choicePoints, long steps) {
    /** Before the first run. */
    public static final SearchFacts NONE = new SearchFacts(0, 0, 0);

    /** These and more. */
    public SearchFacts plus(SearchFacts more) {
        return new SearchFacts(
                runs + more.runs, choicePoints + more.choicePoints, steps + more.steps);
    }
}
