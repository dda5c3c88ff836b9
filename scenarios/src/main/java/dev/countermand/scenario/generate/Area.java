package dev.countermand.scenario.generate;

/** A part of the language. A scenario aims at a few, so that their corner cases are reached. */
enum Area {
    CONTROL,
    DATA,
    TASKS,
    FUTURES,
    WAITING,
    TIMEOUTS,
    GROUPS,
    LOCKS,
    CONDITIONS,
    BARRIERS,
    QUEUES,
    CALLBACKS,
    GENERATORS,
    EXECUTOR,
    CONTEXT,
    SIGNALS,
    EXPLORATION
}
