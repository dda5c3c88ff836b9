package dev.countermand.loop;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cancels tasks between two loop steps, where the explorer says so.
 *
 * <p>A real program is cancelled from anywhere: a request handler, a deadline, a signal. Most of
 * the bugs that this project looks for need the cancel to land between the step that made a task
 * ready and the step in which it would have run, so every such moment is a choice. Nothing is
 * injected by choice 0. A simulation that offers SIGINTs offers them at the same moments, first.
 */
final class CancelInjector implements Alternatives {
    private final SimLoop loop;
    private final List<Candidate> candidates = new ArrayList<>();

    CancelInjector(SimLoop loop) {
        this.loop = loop;
    }

    void allow(Task<?> task, int times, @Nullable String message) {
        if (times > 0) {
            AccessSink sink = loop.accesses;
            if (sink != null) {
                sink.write(this);
                sink.outsideMayHappen();
            }
            candidates.add(new Candidate(task, times, message));
        }
    }

    /**
     * The moment between two iterations.
     *
     * <p>It differs from the moment before the next step only if the select between them brings
     * something: then a cancel before it goes ahead of what the select brings. When the loop is
     * idle this is also the last moment before it is a deadlock.
     *
     * @param idle whether nothing is ready
     */
    void beforeSelect(boolean idle) {
        if (idle || loop.select().nextEvent() <= loop.nanos()) {
            loop.simulation().interrupts().offer();
            if (!candidates.isEmpty()) {
                offer(idle ? ChoiceKind.IDLE_CANCEL : ChoiceKind.CANCEL);
            }
        }
    }

    /** The moment before a step. */
    void beforeStep() {
        loop.simulation().interrupts().offer();
        if (!candidates.isEmpty()) {
            offer(ChoiceKind.CANCEL);
        }
    }

    private void offer(ChoiceKind kind) {
        candidates.removeIf(candidate -> candidate.left == 0 || candidate.task.isOver());
        while (!candidates.isEmpty()) {
            int picked = loop.simulation().choices()
                    .choose(kind, this, candidates.size() + 1);
            if (picked == 0) {
                return;
            }
            Candidate chosen = candidates.get(picked - 1);
            if (--chosen.left == 0) {
                candidates.remove(chosen);
            }
            inject(chosen);
        }
    }

    private void inject(Candidate chosen) {
        AccessSink sink = loop.accesses;
        if (sink != null) {
            sink.outsideBegins("cancel", chosen.task, loop.nanos());
        }
        loop.within("explorer", () -> chosen.task.cancel(chosen.message));
        if (sink != null) {
            sink.stepEnds();
        }
    }

    /** The names of the tasks that may be cancelled. */
    @Override
    public String label() {
        StringBuilder names = new StringBuilder();
        for (Candidate candidate : candidates) {
            names.append(names.length() == 0 ? "" : ", ").append(candidate.task.name());
        }
        return names.toString();
    }

    @Override
    public String describe(int picked) {
        return picked == 0 ? "none" : candidates.get(picked - 1).task.actorName();
    }

    @Override
    public @Nullable Object subject(int picked) {
        return picked == 0 ? null : candidates.get(picked - 1).task;
    }

    @Override
    public long actor(int picked) {
        return picked == 0 ? 0 : candidates.get(picked - 1).task.actorId();
    }

    @Override
    public Standing standing(int picked) {
        return picked == 0 ? Standing.UNKNOWN : candidates.get(picked - 1).task.standing();
    }

    private static final class Candidate {
        private final Task<?> task;
        private final @Nullable String message;
        private int left;

        Candidate(Task<?> task, int left, @Nullable String message) {
            this.task = task;
            this.left = left;
            this.message = message;
        }
    }
}
