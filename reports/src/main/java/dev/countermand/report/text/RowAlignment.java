package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Which lines of two runs belong together: a longest common subsequence, found by dynamic
 * programming between the common beginning and the common end.
 */
final class RowAlignment {
    /** In place of a position: the other run has no such line. */
    static final int NONE = -1;

    /** Runs whose middles need a larger table are not aligned there: some 100 MB. */
    private static final long LARGEST_TABLE = 25_000_000;

    private final List<String> left;
    private final List<String> right;
    private final List<Pair> pairs = new ArrayList<>();

    private RowAlignment(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Two equal lines, or one that has no partner.
     *
     * @param left its position in the first run, or {@link #NONE}
     * @param right its position in the second run, or {@link #NONE}
     */
    record Pair(int left, int right) {
        boolean isCommon() {
            return left != NONE && right != NONE;
        }
    }

    /** All lines of both runs, each once, in order. */
    static List<Pair> of(List<String> left, List<String> right) {
        RowAlignment alignment = new RowAlignment(left, right);
        alignment.align();
        return alignment.pairs;
    }

    private void align() {
        int shorter = Math.min(left.size(), right.size());
        int begin = 0;
        while (begin < shorter && left.get(begin).equals(right.get(begin))) {
            pairs.add(new Pair(begin, begin));
            begin++;
        }
        int tail = 0;
        while (tail < shorter - begin && left.get(left.size() - 1 - tail)
                .equals(right.get(right.size() - 1 - tail))) {
            tail++;
        }
        middle(begin, left.size() - tail, right.size() - tail);
        for (int i = tail; i > 0; i--) {
            pairs.add(new Pair(left.size() - i, right.size() - i));
        }
    }

    private void middle(int begin, int leftEnd, int rightEnd) {
        int i = begin;
        int j = begin;
        long cells = (long) (leftEnd - begin + 1) * (rightEnd - begin + 1);
        if (cells <= LARGEST_TABLE) {
            int[][] common = common(begin, leftEnd, rightEnd);
            while (i < leftEnd && j < rightEnd) {
                if (left.get(i).equals(right.get(j))) {
                    pairs.add(new Pair(i++, j++));
                } else if (common[i - begin + 1][j - begin] >= common[i - begin][j - begin + 1]) {
                    pairs.add(new Pair(i++, NONE));
                } else {
                    pairs.add(new Pair(NONE, j++));
                }
            }
        }
        while (i < leftEnd) {
            pairs.add(new Pair(i++, NONE));
        }
        while (j < rightEnd) {
            pairs.add(new Pair(NONE, j++));
        }
    }

    /** How many lines the rests of both runs can have in common, from each pair of places on. */
    private int[][] common(int begin, int leftEnd, int rightEnd) {
        int[][] common = new int[leftEnd - begin + 1][rightEnd - begin + 1];
        for (int i = leftEnd - begin - 1; i >= 0; i--) {
            for (int j = rightEnd - begin - 1; j >= 0; j--) {
                common[i][j] = left.get(begin + i).equals(right.get(begin + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
