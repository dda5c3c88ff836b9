package dev.countermand.loop.schedule;

/** Something that a choice can pick and that can say who it is: a task, or what a task left. */
public interface Actor {
    /** The number of the task that acts, unique within a simulation; 0 for no task. */
    long actorId();

    /** Who acts, in words that outlive small changes of the program: a name, and where it waits. */
    String actorName();
}
