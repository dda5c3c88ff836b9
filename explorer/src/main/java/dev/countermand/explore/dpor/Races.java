package dev.countermand.explore.dpor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The happens-before relation of a complete run, and the races in it: pairs of conflicting steps
 * that nothing else keeps in order, so that the second could have come first.
 */
final class Races {
    private final List<LoopEvent> steps;

    /** For each step the places of those that happen before it in the same segment. */
    private final List<BitSet> before = new ArrayList<>();

    Races(List<LoopEvent> steps) {
        this.steps = steps;
        int segmentStart = 0;
        for (LoopEvent step : steps) {
            if (steps.get(segmentStart).segment != step.segment) {
                segmentStart = step.place;
            }
            BitSet past = new BitSet();
            for (LoopEvent cause : causes(step, segmentStart)) {
                past.or(before.get(cause.place));
                past.set(cause.place);
            }
            before.add(past);
        }
    }

    /** A use for races. */
    interface Visitor {
        /** Two steps race; the first one's place is known to it. */
        void race(LoopEvent first, LoopEvent second);
    }

    void forEach(Visitor visitor) {
        int segmentStart = 0;
        for (LoopEvent step : steps) {
            if (steps.get(segmentStart).segment != step.segment) {
                segmentStart = step.place;
            }
            List<LoopEvent> causes = causes(step, segmentStart);
            BitSet seen = new BitSet();
            for (LoopEvent cause : causes) {
                if (!seen.get(cause.place) && isRace(cause, step, causes)) {
                    seen.set(cause.place);
                    visitor.race(cause, step);
                }
            }
        }
    }

    private boolean isRace(LoopEvent first, LoopEvent second, List<LoopEvent> causes) {
        if (first.process == second.process || first == second.enabler) {
            return false;
        }
        for (LoopEvent other : causes) {
            if (other != first && before.get(other.place).get(first.place)) {
                return false;
            }
        }
        return true;
    }

    /** What directly precedes a step, in its own segment. */
    private List<LoopEvent> causes(LoopEvent step, int segmentStart) {
        List<LoopEvent> causes = new ArrayList<>(step.conflicts);
        if (step.previous != null) {
            causes.add(step.previous);
        }
        if (step.enabler != null) {
            causes.add(step.enabler);
        }
        if (step.everything) {
            causes.addAll(steps.subList(segmentStart, step.place));
        }
        causes.removeIf(cause -> cause.place < 0 || cause.segment != step.segment);
        return causes;
    }

    boolean happensBefore(LoopEvent first, LoopEvent second) {
        return before.get(second.place).get(first.place);
    }

    /**
     * What reverses a race: all that comes after its first step without depending on it, then the
     * second one.
     */
    List<LoopEvent> reversal(LoopEvent first, LoopEvent second) {
        List<LoopEvent> sequence = new ArrayList<>();
        for (int place = first.place + 1; place < steps.size(); place++) {
            LoopEvent step = steps.get(place);
            if (step.segment != first.segment) {
                break;
            }
            if (!happensBefore(first, step)) {
                sequence.add(step);
            }
        }
        sequence.add(second);
        return sequence;
    }
}
