package dev.countermand.explore.search;

import java.util.Arrays;

/** The runs that one lane has made in the present block, to be counted when the block is over. */
final class BlockOfRuns {
    private static final int FIRST_CAPACITY = 64;

    private long[] numbers = new long[FIRST_CAPACITY];
    private long[] choicePoints = new long[FIRST_CAPACITY];
    private long[] steps = new long[FIRST_CAPACITY];
    private int count;

    void add(long number, long choices, long stepsTaken) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            choicePoints = Arrays.copyOf(choicePoints, count * 2);
            steps = Arrays.copyOf(steps, count * 2);
        }
        numbers[count] = number;
        choicePoints[count] = choices;
        steps[count] = stepsTaken;
        count++;
    }

    /** What the runs up to a number were like; the block begins anew. */
    SearchFacts takeUpTo(long lastNumber) {
        long choices = 0;
        long stepsTaken = 0;
        int runs = 0;
        while (runs < count && numbers[runs] <= lastNumber) {
            choices += choicePoints[runs];
            stepsTaken += steps[runs];
            runs++;
        }
        count = 0;
        return new SearchFacts(runs, choices, stepsTaken);
    }
}
