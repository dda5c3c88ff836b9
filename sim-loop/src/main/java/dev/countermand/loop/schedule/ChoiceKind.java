package dev.countermand.loop.schedule;

/** What a choice decides. The words are those of the trace; their order is part of no format. */
public enum ChoiceKind {
    /** Which of several timers due at the same time fires first. */
    TIMER_TIE("timer-tie", Stream.ORDER, OrderMode.LEGAL),
    /** Which leftover task {@code Runner.close} cancels next. */
    CLOSE_ORDER("close-order", Stream.ORDER, OrderMode.LEGAL),
    /** Which child an aborting task group cancels next. */
    GROUP_ORDER("group-order", Stream.ORDER, OrderMode.LEGAL),
    /** Which future {@code wait} looks at next. */
    WAIT_ORDER("wait-order", Stream.ORDER, OrderMode.LEGAL),
    /** Which awaitable {@code as_completed} starts or subscribes to next. */
    AS_COMPLETED_ORDER("as-completed-order", Stream.ORDER, OrderMode.LEGAL),
    /** Which asynchronous generator is closed next at shutdown. */
    ASYNCGEN_ORDER("asyncgen-order", Stream.ORDER, OrderMode.LEGAL),
    /**
     * Which of several events from outside (executor results, signals) due together comes first.
     */
    ARRIVAL("arrival", Stream.ORDER, OrderMode.LEGAL),
    /**
     * Which ready thread runs next; those steps that are no thread's keep asyncio's order among
     * themselves.
     */
    THREAD("thread", Stream.ORDER, OrderMode.LEGAL),
    /** Whether a task that may be cancelled is cancelled between two steps, and which one. */
    CANCEL("cancel", Stream.FAULT, OrderMode.LEGAL),
    /**
     * The same while nothing is ready: the cancel comes at an instant of its own, before the clock
     * moves on. When every task waits for ever it is the last moment before that is a deadlock.
     */
    IDLE_CANCEL("idle-cancel", Stream.FAULT, OrderMode.LEGAL),
    /** Whether a SIGINT arrives between two steps; offered only in runs that ask for it. */
    INTERRUPT("interrupt", Stream.FAULT, OrderMode.LEGAL),
    /** A value chosen by the program under test. */
    CHOOSE("choose", Stream.DATA, OrderMode.LEGAL),
    /** Which ready handle runs next, against asyncio's first-in-first-out promise. */
    READY("ready", Stream.ORDER, OrderMode.ADVERSARIAL);

    /** The random streams: drawing from one does not shift the others. */
    public enum Stream {
        /** Orders of things that happen anyway. */
        ORDER,
        /** Faults that are injected. */
        FAULT,
        /** Data for the program under test. */
        DATA
    }

    private final String label;
    private final Stream stream;
    private final OrderMode lowestMode;

    ChoiceKind(String label, Stream stream, OrderMode lowestMode) {
        this.label = label;
        this.stream = stream;
        this.lowestMode = lowestMode;
    }

    /** The kind's word in traces and reports. */
    public String label() {
        return label;
    }

    /** The random stream that a seeded strategy draws this kind's choices from. */
    public Stream stream() {
        return stream;
    }

    /** The mildest order mode in which this kind of choice is offered. */
    public OrderMode lowestMode() {
        return lowestMode;
    }
}
