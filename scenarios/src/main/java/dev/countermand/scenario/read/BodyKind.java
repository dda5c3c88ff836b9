package dev.countermand.scenario.read;

/** What kind of body an operation stands in: that decides what it may do there. */
enum BodyKind {
    COROUTINE("a coroutine"),
    GENERATOR("a generator"),
    FUNCTION("a function"),
    CALLBACK("the do of a callback");

    private final String words;

    BodyKind(String words) {
        this.words = words;
    }

    /** Whether operations that wait may stand there. */
    boolean mayWait() {
        return this == COROUTINE || this == GENERATOR;
    }

    @Override
    public String toString() {
        return words;
    }
}
