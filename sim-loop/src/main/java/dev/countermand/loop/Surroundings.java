package dev.countermand.loop;

import dev.countermand.clock.VirtualClock;
import dev.countermand.loop.error.RuntimeError;
import java.util.function.Function;

/**
 * What lies around a loop: where its time comes from, how it waits, and who works beside it.
 *
 * <p>asyncio has this seam too: its loop knows only a selector, {@code time()} and an executor. In
 * a simulation all of it is virtual; the module {@code real-loop} has the surroundings of a loop
 * that runs for real. Everything else, from {@link SimLoop#runOnce} on, is the same code.
 */
public interface Surroundings {
    /** The time in nanoseconds since the loop was made; it never goes back: {@code loop.time}. */
    long nowNanos();

    /**
     * Waits because nothing is ready: the {@code select} of asyncio's selector. It may return too
     * early, as the loop looks again; the loop's own thread calls it.
     *
     * @param deadlineNanos the time of the next event that is known of, {@link Long#MAX_VALUE} if
     *     there is none
     */
    void await(long deadlineNanos);

    /**
     * Ends the wait of the loop's thread, or else its next one, at once: asyncio's {@code
     * _write_to_self}. Any thread may call it, if {@link #beside} says that there are others.
     */
    void wake();

    /** Does the jobs of the default executor. */
    Workers workers();

    /** What may run beside the loop. */
    Beside beside();

    /**
     * The clock that a program may move.
     *
     * @throws RuntimeError if time goes by itself here
     */
    VirtualClock virtualClock();

    /** What may run beside a loop. */
    enum Beside {
        /**
         * Nothing, so that a seed can repeat the run: a call from a foreign thread is an error, and
         * a coroutine that blocks its thread ends the run.
         */
        NOTHING("nothing may run beside a simulated loop: let the work of other threads be a job"
                + " of runInExecutor, which ends at a virtual time"),
        /**
         * Other threads: they may call {@link SimLoop#callSoonThreadsafe}, and a coroutine that
         * blocks its thread blocks the loop, as in asyncio.
         */
        THREADS("only the loop's own thread may use it: hand the call over with"
                + " callSoonThreadsafe");

        private final String insteadOfCalling;

        Beside(String insteadOfCalling) {
            this.insteadOfCalling = insteadOfCalling;
        }

        /** The remedy for a call from a foreign thread. */
        String insteadOfCalling() {
            return insteadOfCalling;
        }
    }

    /** Who does the jobs of a loop's default executor. */
    interface Workers {
        /**
         * Starts a job.
         *
         * @param takesNanos how long it takes, for workers that only pretend; others measure
         * @param job the work, which handles its own errors
         * @return takes the job back: without effect once it has begun
         */
        Runnable start(long takesNanos, Runnable job);

        /**
         * Lets the workers end when the jobs that were started have ended; no more are started.
         *
         * @param joined told then, on whatever thread
         */
        void join(Runnable joined);

        /** The loop is closed: no more jobs are started, and nobody waits for those that run. */
        void close();
    }

    /** Simulated surroundings, whose time jumps: what a {@link Simulation} has by default. */
    Function<SimLoop, Surroundings> SIMULATED = VirtualSurroundings::new;
}
