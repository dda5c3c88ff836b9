package dev.countermand.loop.oracle;

import dev.countermand.loop.trace.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The built-in oracles: what each watches, and whether it does so unless told not to.
 *
 * <p>On by default is only what no correct program does; what asyncio allows a program to do, and
 * is nearly always a mistake, must be asked for. {@code docs/oracles.md} gives the reasons.
 */
public enum Oracle {
    /** Every task waits and nothing can wake any. */
    DEADLOCK(Violation.Kind.DEADLOCK, true),
    /** The step limit was reached. */
    LIVELOCK(Violation.Kind.LIVELOCK, true),
    /** A task of which the program says that it must end cancelled did not. */
    MUST_HONOUR(Violation.Kind.MUST_HONOUR, true),
    /** At a deadlock, something is free and a task waits for it. */
    WAKEUP_LOST(Violation.Kind.WAKEUP_LOST, true),
    /** A lock or permit was taken for a task that was cancelled instead of being told. */
    PERMIT_LOST(Violation.Kind.PERMIT_LOST, true),
    /** An item was taken out for a task that was cancelled instead of getting it. */
    ITEM_LOST(Violation.Kind.ITEM_LOST, true),
    /** A task group was left while a task of its own ran. */
    GROUP_CHILD(Violation.Kind.GROUP_CHILD, true),
    /** Somebody scheduled something on a loop that is closed. */
    AFTER_CLOSE(Violation.Kind.AFTER_CLOSE, false),
    /** A task ended otherwise than cancelled with a cancellation on its account. */
    CANCEL_COUNT(Violation.Kind.CANCEL_COUNT, false),
    /** A lock or permit was never given back. */
    PERMIT_HELD(Violation.Kind.PERMIT_HELD, false),
    /** A semaphore has more permits at the end than at the beginning. */
    PERMIT_DOUBLED(Violation.Kind.PERMIT_DOUBLED, false),
    /** A value reached a task that was cancelled instead of getting it. */
    RESULT_LOST(Violation.Kind.RESULT_LOST, false),
    /** An error reached a task that was cancelled instead: no trace of it is left. */
    ERROR_LOST(Violation.Kind.ERROR_LOST, false),
    /** Nobody asked for an error until the loop was closed. */
    ERROR_UNRETRIEVED(Violation.Kind.ERROR_UNRETRIEVED, false),
    /** An asynchronous generator was left in the middle. */
    GENERATOR_OPEN(Violation.Kind.GENERATOR_OPEN, false);

    private final Violation.Kind kind;
    private final boolean onByDefault;

    Oracle(Violation.Kind kind, boolean onByDefault) {
        this.kind = kind;
        this.onByDefault = onByDefault;
    }

    /** The oracle's name, which is the word of its violations. */
    public String label() {
        return kind.label();
    }

    /** The kind of the violations it reports. */
    public Violation.Kind kind() {
        return kind;
    }

    /** Whether it watches unless told not to. */
    public boolean isOnByDefault() {
        return onByDefault;
    }

    /** The oracle with a name; empty if there is none. */
    public static Optional<Oracle> named(String label) {
        return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
    }

    /** All names, those that are on by default first. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Oracle::label).toList();
    }
}
