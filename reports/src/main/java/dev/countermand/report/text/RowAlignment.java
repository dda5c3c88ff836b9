package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which lines of two runs belong together: as many equal ones as there can be, in order.
 *
 * <p>This is the shortest edit script of E. W. Myers, "An O(ND) difference algorithm and its
 * variations" (Algorithmica 1, 1986), in its greedy form: the time grows with the number of lines
 * times that of the differences, so long runs that differ little are no problem.
 */
final class RowAlignment {
    /** In place of a position: the other run has no such line. */
    static final int NONE = -1;

    /** Runs that differ in more lines are not aligned beyond their common beginning and end. */
    static final int MOST_EDITS = 2000;

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
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && left.get(left.size() - 1 - end)
                .equals(right.get(right.size() - 1 - end))) {
            end++;
        }
        for (int i = 0; i < begin; i++) {
            pairs.add(new Pair(i, i));
        }
        middle(begin, left.size() - end, right.size() - end);
        for (int i = end; i > 0; i--) {
            pairs.add(new Pair(left.size() - i, right.size() - i));
        }
    }

    private void middle(int begin, int leftEnd, int rightEnd) {
        List<int[]> fronts = fronts(begin, leftEnd, rightEnd);
        if (fronts.isEmpty()) {
            for (int i = begin; i < leftEnd; i++) {
                pairs.add(new Pair(i, NONE));
            }
            for (int i = begin; i < rightEnd; i++) {
                pairs.add(new Pair(NONE, i));
            }
            return;
        }
        List<Pair> backwards = new ArrayList<>();
        int x = leftEnd;
        int y = rightEnd;
        for (int edits = fronts.size() - 1; edits > 0; edits--) {
            int[] last = fronts.get(edits - 1);
            boolean isInsertion = comesFromAbove(last, edits, x - y);
            int before = isInsertion ? x - y + 1 : x - y - 1;
            int afterEdit = begin + last[before + edits - 1] + (isInsertion ? 0 : 1);
            while (x > afterEdit) {
                backwards.add(new Pair(--x, --y));
            }
            backwards.add(isInsertion ? new Pair(NONE, --y) : new Pair(--x, NONE));
        }
        while (x > begin) {
            backwards.add(new Pair(--x, --y));
        }
        Collections.reverse(backwards);
        pairs.addAll(backwards);
    }

    /**
     * For each number of edits, how far each diagonal gets in the first run; empty if they are too
     * many.
     */
    private List<int[]> fronts(int begin, int leftEnd, int rightEnd) {
        int leftLength = leftEnd - begin;
        int rightLength = rightEnd - begin;
        List<int[]> fronts = new ArrayList<>();
        for (int edits = 0; edits <= MOST_EDITS; edits++) {
            int[] front = new int[2 * edits + 1];
            int[] last = edits == 0 ? new int[0] : fronts.get(edits - 1);
            for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
                int x = edits == 0 ? 0 : comesFromAbove(last, edits, diagonal)
                        ? last[diagonal + 1 + edits - 1]
                        : last[diagonal - 1 + edits - 1] + 1;
                int y = x - diagonal;
                while (x < leftLength && y < rightLength
                        && left.get(begin + x).equals(right.get(begin + y))) {
                    x++;
                    y++;
                }
                front[diagonal + edits] = x;
                if (x >= leftLength && y >= rightLength) {
                    fronts.add(front);
                    return fronts;
                }
            }
            fronts.add(front);
        }
        return List.of();
    }

    /** Whether the furthest way to a diagonal takes a line of the second run last. */
    private static boolean comesFromAbove(int[] last, int edits, int diagonal) {
        return diagonal == -edits || diagonal != edits
                && last[diagonal - 1 + edits - 1] < last[diagonal + 1 + edits - 1];
    }
}
