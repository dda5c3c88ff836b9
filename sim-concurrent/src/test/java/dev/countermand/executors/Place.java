package dev.countermand.executors;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** Where a random program runs: in the simulation, or on the JDK's own threads and clock. */
interface Place {
    /** A pool, a timer if the program asks for one. */
    ScheduledExecutorService pool(int threads);

    /** Waits for so many sixteenths of a tick. */
    void sleep(int sixteenths) throws InterruptedException;

    /** How long so many sixteenths of a tick are. */
    long nanos(int sixteenths);

    /** Notes that something happened now, in the calling thread. */
    void log(String actor, String what);

    /** Says that the main thread acts now on what jobs do. */
    void acts();

    /** Says that the main thread acts now, and that a job may be about to begin. */
    void compete();

    /** Says that a job goes on now because it is time, and not because the main thread acts. */
    void goesOn();

    /** What was noted. */
    List<String> lines();
}
