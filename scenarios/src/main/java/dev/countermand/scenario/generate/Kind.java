package dev.countermand.scenario.generate;

/** What a variable of a generated scenario holds. */
enum Kind {
    NUMBER("n"),
    LIST("l"),
    /** A task that this body may wait for without a circle. */
    TASK("t"),
    /** A list of such tasks. */
    TASKS("ts"),
    /** A task that may be cancelled and looked at, but not waited for. */
    OTHER_TASK("o"),
    FUTURE("f"),
    ERROR("e"),
    TIMEOUT("to"),
    GROUP("g"),
    HANDLE("h"),
    TOKEN("tok"),
    GENERATOR("ag"),
    /** Whatever an operation gave; it may be shown and compared. */
    ANY("x");

    private final String prefix;

    Kind(String prefix) {
        this.prefix = prefix;
    }

    /** What the names of such variables begin with. */
    String prefix() {
        return prefix;
    }
}
