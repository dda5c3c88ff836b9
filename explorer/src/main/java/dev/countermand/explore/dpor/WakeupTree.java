package dev.countermand.explore.dpor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The continuations that still have to be tried from a point: the wakeup tree of optimal dynamic
 * partial-order reduction. Its branches are ordered, and the first one is tried first.
 */
final class WakeupTree {
    private final List<Branch> branches;

    WakeupTree() {
        this(new ArrayList<>());
    }

    private WakeupTree(List<Branch> branches) {
        this.branches = branches;
    }

    /**
     * A step and what may come after it.
     *
     * @param process whose next step it is
     * @param footprint what it is expected to touch
     */
    private record Branch(long process, Footprint footprint, WakeupTree rest) {}

    boolean isEmpty() {
        return branches.isEmpty();
    }

    /** Whose step is to be tried first. */
    long first() {
        return branches.get(0).process();
    }

    /** Takes out the rest of the first branch, to be tried after its step. */
    WakeupTree takeRestOfFirst() {
        Branch first = branches.get(0);
        WakeupTree rest = new WakeupTree(new ArrayList<>(first.rest().branches));
        first.rest().branches.clear();
        return rest;
    }

    void removeFirst() {
        branches.remove(0);
    }

    /** Makes a step the only one to be tried. */
    void start(long process) {
        branches.add(new Branch(process, new Footprint(new long[0], new long[0], true),
                new WakeupTree()));
    }

    /**
     * Adds a sequence unless a branch leads to it already: {@code insert} of the papers.
     *
     * @param sequence the events in an order in which they can happen; used up
     */
    void insert(List<LoopEvent> sequence) {
        WakeupTree tree = this;
        boolean atRoot = true;
        while (!sequence.isEmpty()) {
            if (tree.isEmpty() && !atRoot) {
                return;
            }
            atRoot = false;
            Branch next = tree.branchTowards(sequence);
            if (next == null) {
                tree.append(sequence);
                return;
            }
            tree = next.rest();
        }
    }

    /** The first branch whose step may come first, taken out of the sequence; null if none. */
    private @Nullable Branch branchTowards(List<LoopEvent> sequence) {
        for (Branch branch : branches) {
            if (mayComeFirst(branch.process(), branch.footprint(), sequence)) {
                int place = placeOf(branch.process(), sequence);
                if (place >= 0) {
                    sequence.remove(place);
                }
                return branch;
            }
        }
        return null;
    }

    private void append(List<LoopEvent> sequence) {
        WakeupTree tree = this;
        for (LoopEvent event : sequence) {
            Branch branch = new Branch(event.process, event.footprint(), new WakeupTree());
            tree.branches.add(branch);
            tree = branch.rest();
        }
    }

    /** The place of the first event of a process in a sequence, -1 if it has none. */
    private static int placeOf(long process, List<LoopEvent> sequence) {
        for (int i = 0; i < sequence.size(); i++) {
            if (sequence.get(i).process == process) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a sequence could as well begin with the next step of a process: a weak initial.
     *
     * @param process whose step it is; the sequence may have it later on, or not at all
     * @param footprint what the step touches now. What it touched in the run from which the
     *     sequence comes says nothing, as there another step may have changed what it does
     */
    static boolean mayComeFirst(long process, Footprint footprint, List<LoopEvent> sequence) {
        for (LoopEvent event : sequence) {
            if (event.process == process) {
                return true;
            }
            if (footprint.conflictsWith(event.footprint())) {
                return false;
            }
        }
        return true;
    }
}
