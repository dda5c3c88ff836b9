package dev.countermand.real.kit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One step of a program that chance makes up.
 *
 * @param deed what it does
 * @param slot the time at which it ends, for the deeds that have one; no two steps share a slot
 * @param number says how, or with whom
 * @param inner the bodies of a deed that has some
 */
record Step(Deed deed, int slot, int number, List<List<Step>> inner) {
    /** How many slots a program has; with the last one all of its tasks are cancelled. */
    static final int SLOTS = 28;

    private static final int DEEPEST = 2;
    private static final int LONGEST = 4;

    /** What a step can do. Those from SLEEP on end at a slot; those from TIMEOUT on have bodies. */
    enum Deed {
        PAUSE, PUT, GET, SET, AWAIT_EVENT, NOTIFY, AWAIT_NOTICE, CANCEL, RAISE, CALLBACK_ERROR,
        SLEEP, JOB, FAILING_JOB, JOB_LEFT_ALONE, TIMER,
        TIMEOUT, WAIT_FOR, AWAIT_FIRST, CLEANUP,
        LOCKED, PERMITTED, GROUP, GATHER, SHIELD, CATCH, GENERATOR, AS_COMPLETED;

        boolean hasSlot() {
            return ordinal() >= SLEEP.ordinal() && ordinal() <= CLEANUP.ordinal();
        }

        int bodies(SplittableRandom random) {
            if (ordinal() < TIMEOUT.ordinal()) {
                return 0;
            }
            return this == GROUP || this == GATHER || this == AWAIT_FIRST || this == AS_COMPLETED
                    ? random.nextInt(1, 4)
                    : 1;
        }
    }

    /** The bodies of two to four tasks, which leave one slot alone. */
    static List<List<Step>> tasks(SplittableRandom random, int taken) {
        List<Integer> slots = new ArrayList<>();
        for (int slot = 1; slot < SLOTS; slot++) {
            if (slot != taken) {
                slots.add(slot);
            }
        }
        for (int i = slots.size() - 1; i > 0; i--) {
            Collections.swap(slots, i, random.nextInt(i + 1));
        }
        Iterator<Integer> free = slots.iterator();
        List<List<Step>> bodies = new ArrayList<>();
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            bodies.add(body(random, free, 0));
        }
        return bodies;
    }

    private static List<Step> body(SplittableRandom random, Iterator<Integer> free, int depth) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(1, LONGEST + 1); i > 0; i--) {
            steps.add(step(random, free, depth));
        }
        return steps;
    }

    private static Step step(SplittableRandom random, Iterator<Integer> free, int depth) {
        Deed[] deeds = Deed.values();
        int known = depth == DEEPEST ? Deed.TIMEOUT.ordinal() : deeds.length;
        // Half of the steps take time: without it little can happen between two tasks.
        Deed deed = random.nextInt(3) == 0 ? Deed.SLEEP : deeds[random.nextInt(known)];
        int slot = 0;
        if (deed.hasSlot()) {
            if (!free.hasNext()) {
                return new Step(Deed.PAUSE, 0, 1, List.of());
            }
            slot = free.next();
        }
        List<List<Step>> inner = new ArrayList<>();
        for (int i = deed.bodies(random); i > 0; i--) {
            inner.add(body(random, free, depth + 1));
        }
        return new Step(deed, slot, random.nextInt(4), inner);
    }
}
