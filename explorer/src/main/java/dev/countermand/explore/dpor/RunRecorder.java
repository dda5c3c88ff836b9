package dev.countermand.explore.dpor;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Handle;
import dev.countermand.loop.Task;
import dev.countermand.loop.TimerHandle;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the partial order of one run: its Mazurkiewicz trace, as the events happen.
 *
 * <p>Each event gets a fingerprint made of its process, its place in it, the fingerprint of the
 * event that made its handle ready, and, for each object it uses, those of the latest conflicting
 * uses. So it stands for the event with its whole past. Their sum stands for the trace: equivalent
 * orders give the same sum. Objects are told apart by identity within a run, and by the event that
 * made them from run to run; objects are looked up only, never iterated.
 */
final class RunRecorder implements AccessSink {
    private static final long HOST = 1;

    private final Map<Object, SharedState> objects = new IdentityHashMap<>();
    private final Map<Long, LoopEvent> latest = new LinkedHashMap<>();
    private final List<LoopEvent> steps = new ArrayList<>();
    private final List<Ready> ready = new ArrayList<>();
    private final boolean anyReadyOrder;
    private Fingerprint trace = Fingerprint.NONE;
    private Fingerprint fence = Fingerprint.NONE;
    private int segment;

    /** The latest step that no other may be swapped with: what follows comes after it. */
    private @Nullable LoopEvent wall;

    private @Nullable LoopEvent current;
    private boolean hosting = true;
    private Digest sinceLastEvent = new Digest();
    private long nanos;
    private int todo;
    private long madeByNobody;
    private boolean irregular;
    private long stepLimit;

    /**
     * Starts with the host.
     *
     * @param anyReadyOrder whether the ready queue is a set, as in the adversarial order mode
     */
    RunRecorder(boolean anyReadyOrder) {
        this.anyReadyOrder = anyReadyOrder;
        current = begin(HOST, null);
    }

    /** A handle in the ready queue. */
    private record Ready(Handle handle, long process, @Nullable LoopEvent enabler) {
        Fingerprint fingerprint() {
            Digest digest = new Digest().add(process);
            return enabler == null
                    ? digest.fingerprint()
                    : digest.add(enabler.process).add(enabler.index).fingerprint();
        }
    }

    // What happens.

    private LoopEvent begin(long process, @Nullable LoopEvent enabler) {
        LoopEvent event =
                new LoopEvent(process, latest.get(process), enabler, segment, fence);
        if (wall != null) {
            event.conflicts.add(wall);
        }
        latest.put(process, event);
        return event;
    }

    private void beginStep(long process, @Nullable LoopEvent enabler, long now) {
        settle();
        noticeTime(now);
        LoopEvent event = begin(process, enabler);
        event.place = steps.size();
        steps.add(event);
        current = event;
        sinceLastEvent = new Digest();
    }

    /** Ends the event that goes on, if there is one. */
    void settle() {
        LoopEvent event = current;
        if (event == null) {
            return;
        }
        current = null;
        if (event.everything) {
            event.digest.add(trace);
        }
        trace = trace.plus(event.end());
        event.takeFootprint();
        if (event.everything) {
            raiseFence(event.index);
            if (event.place < 0) {
                segment++;
            } else {
                wall = event;
            }
        }
    }

    private void raiseFence(long what) {
        fence = new Digest().add(fence).add(what).add(trace).fingerprint();
    }

    private void noticeTime(long now) {
        if (now != nanos) {
            nanos = now;
            raiseFence(now);
            segment++;
        }
    }

    @Override
    public void iterationBegins(long now, int handles) {
        if (hosting) {
            settle();
            hosting = false;
        }
        noticeTime(now);
        todo = handles;
        sinceLastEvent = new Digest();
    }

    @Override
    public void stepBegins(Handle handle, long now) {
        int place = 0;
        while (ready.get(place).handle() != handle) {
            place++;
        }
        Ready taken = ready.remove(place);
        beginStep(taken.process(), taken.enabler(), now);
        todo--;
        read(handle);
    }

    @Override
    public void outsideBegins(String what, Object subject, long now) {
        if (hosting) {
            settle();
            hosting = false;
        }
        irregular = true;
        SharedState about = stateOf(subject);
        beginStep(new Digest().add(what).add(about.id).number(), about.maker, now);
    }

    @Override
    public void outsideMayHappen() {
        irregular = true;
    }

    @Override
    public void stepEnds() {
        settle();
    }

    @Override
    public void cutOff(long limit) {
        stepLimit = limit;
    }

    @Override
    public void stops() {
        irregular |= !ready.isEmpty();
        touchedEverything();
    }

    @Override
    public void loopEnds() {
        settle();
        hosting = true;
        current = begin(HOST, null);
        current.everything = true;
    }

    @Override
    public void queued(Handle handle) {
        Task<?> task = handle.stepOf();
        SharedState owner = stateOf(task == null ? handle : task);
        LoopEvent enabler = current == null && handle instanceof TimerHandle
                ? owner.maker
                : current;
        ready.add(new Ready(handle, owner.id, enabler));
    }

    @Override
    public void made(Object object) {
        objects.computeIfAbsent(object, it -> newState());
        irregular |= object instanceof TimerHandle timer && timer.deadlineNanos() <= nanos;
    }

    private SharedState newState() {
        LoopEvent event = current;
        Digest name = new Digest();
        if (event == null) {
            name.add(madeByNobody++);
        } else {
            name.add(event.process).add(event.index).add(event.made++);
        }
        return new SharedState(name.number(), event);
    }

    private SharedState stateOf(Object object) {
        SharedState known = objects.get(object);
        if (known == null) {
            known = newState();
            objects.put(object, known);
        }
        return known;
    }

    @Override
    public void read(Object object) {
        if (current != null) {
            stateOf(object).use(current, false);
        }
    }

    @Override
    public void write(Object object) {
        if (current != null) {
            stateOf(object).use(current, true);
        }
    }

    @Override
    public void touchedEverything() {
        if (current != null && !current.everything) {
            current.everything = true;
            current.digest.add(trace);
        }
    }

    // What was asked.

    /**
     * The moment at which a choice is asked: all that the rest of the run depends on, apart from
     * the answers to come. That is the trace so far with the event that goes on, the ready queue,
     * and what the loop has asked since the last event.
     */
    Fingerprint moment(ChoiceKind kind, Alternatives about, int bound) {
        Digest digest = new Digest().add(trace).add(fence).add(kind.label()).add(bound).add(todo);
        digest.add(sinceLastEvent.fingerprint());
        LoopEvent event = current;
        if (event != null) {
            digest.add(event.process).add(event.index).add(event.digest.fingerprint());
        } else if (kind != ChoiceKind.READY) {
            for (int i = 0; i < bound; i++) {
                Object subject = about.subject(i);
                digest.add(subject == null ? i : stateOf(subject).id);
            }
        }
        Fingerprint queue = Fingerprint.NONE;
        for (Ready handle : ready) {
            queue = anyReadyOrder
                    ? queue.plus(handle.fingerprint())
                    : new Digest().add(queue).add(handle.fingerprint()).fingerprint();
        }
        return digest.add(queue).fingerprint();
    }

    /** An answer was given; what is decided within an event is part of it. */
    void picked(ChoiceKind kind, int pick) {
        Digest digest = current == null ? sinceLastEvent : current.digest;
        digest.add(kind.label()).add(pick);
    }

    /** The process of a handle that is offered. */
    long processOf(Object handle) {
        for (Ready known : ready) {
            if (known.handle() == handle) {
                return known.process();
            }
        }
        throw new IllegalStateException("not in the ready queue: " + handle);
    }

    /** The steps so far. */
    List<LoopEvent> steps() {
        return steps;
    }

    /**
     * Whether the run had something that the swapping of steps alone does not cover: events from
     * outside, timers that are due when they are set, steps that run although the loop was told to
     * stop.
     */
    boolean isIrregular() {
        return irregular;
    }

    /** The limit of steps at which the run was given up, 0 if it was not. */
    long stepLimit() {
        return stepLimit;
    }

    /** The run is over: the fingerprint of its trace. */
    Fingerprint finish() {
        settle();
        return trace;
    }
}
