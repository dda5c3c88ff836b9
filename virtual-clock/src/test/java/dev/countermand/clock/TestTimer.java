package dev.countermand.clock;

/** A timer with a number to know it by. */
final class TestTimer implements Timer {

    final int number;
    private final long deadlineNanos;
    private boolean cancelled;

    TestTimer(int number, long deadlineNanos) {
        this.number = number;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public String toString() {
        return number + " at " + deadlineNanos + (cancelled ? " cancelled" : "");
    }
}
