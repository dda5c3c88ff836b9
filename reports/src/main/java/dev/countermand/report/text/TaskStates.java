package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each task of a run is doing at some moment, as the events up to then tell. */
final class TaskStates {
    private static final String RUNS = "runs";

    private final Set<String> tasks;
    private final Map<String, State> states = new LinkedHashMap<>();
    private @Nullable String running;

    private TaskStates(Set<String> tasks) {
        this.tasks = tasks;
    }

    /** In which order states are shown: those that say most of a failure first. */
    enum Kind {
        /** It waits for something. */
        WAITING,
        /** Its next step is queued. */
        READY,
        /** It was created and has not run yet. */
        CREATED,
        /** It is over. */
        ENDED
    }

    /**
     * What a task is doing.
     *
     * @param kind in one word
     * @param words in a phrase
     * @param isCancelRequested whether it was cancelled and has not run since
     */
    record State(Kind kind, String words, boolean isCancelRequested) {
        /** The phrase, with the request. */
        String shown() {
            return (isCancelRequested ? "to be cancelled; " : "") + words;
        }

        private State cancelled() {
            return kind == Kind.ENDED ? this : new State(kind, words, true);
        }
    }

    /**
     * The states after the first events of a run.
     *
     * @param events how many
     * @param tasks the names of all tasks
     * @return the states by task: first those that wait, then those that are ready, then the others
     */
    static Map<String, State> after(TraceDocument document, int events, Set<String> tasks) {
        TaskStates states = new TaskStates(tasks);
        document.events().subList(0, events).forEach(states::add);
        states.leaveStep();
        List<String> names = new ArrayList<>(states.states.keySet());
        // The sort is stable: those of one kind stay in the order in which they appeared.
        names.sort(Comparator.comparing(name -> states.states.get(name).kind));
        Map<String, State> sorted = new LinkedHashMap<>();
        names.forEach(name -> sorted.put(name, states.states.get(name)));
        return sorted;
    }

    private void add(TraceEvent event) {
        String time = VirtualTime.seconds(event.stamp().nanos());
        if (event instanceof TraceEvent.Ran ran) {
            leaveStep();
            running = tasks.contains(ran.what()) ? ran.what() : null;
            if (running != null) {
                put(running, Kind.READY, RUNS);
            }
        } else if (event instanceof TraceEvent.Scheduled scheduled) {
            if (tasks.contains(scheduled.what())) {
                states.putIfAbsent(scheduled.what(),
                        new State(Kind.CREATED, "has not begun", false));
            }
        } else if (event instanceof TraceEvent.Awaited awaited) {
            put(awaited.task(), Kind.WAITING, EventWords.awaits(awaited)
                    + (awaited.where() == null ? "" : " at " + EventWords.text(awaited.where()))
                    + ", since " + time);
        } else if (event instanceof TraceEvent.Woken woken) {
            State before = states.get(woken.task());
            put(woken.task(), Kind.READY, "is ready " + EventWords.woken(woken));
            if (before != null && before.isCancelRequested) {
                cancel(woken.task());
            }
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            cancel(cancelled.task());
        } else if (event instanceof TraceEvent.Ended ended) {
            put(ended.task(), Kind.ENDED, switch (ended.outcome()) {
                case RETURNED -> "has returned";
                case RAISED -> "has raised";
                case CANCELLED -> "has ended cancelled";
            } + ", in step " + ended.stamp().step());
        }
    }

    private void put(String task, Kind kind, String words) {
        states.put(task, new State(kind, words, false));
    }

    private void cancel(String task) {
        State state = states.get(task);
        states.put(task, (state == null
                ? new State(Kind.CREATED, "has not begun", false)
                : state).cancelled());
    }

    /** A step that ends without an await or an end has yielded. */
    private void leaveStep() {
        State state = running == null ? null : states.get(running);
        if (running != null && state != null && state.words.equals(RUNS)) {
            put(running, Kind.READY, "is ready, as it has yielded");
        }
        running = null;
    }
}
