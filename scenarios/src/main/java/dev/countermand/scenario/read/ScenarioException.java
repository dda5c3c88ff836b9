package dev.countermand.scenario.read;

/**
 * A scenario that cannot be read. The message is one line: the file, the place in it, what was
 * expected there and what came instead.
 */
public final class ScenarioException extends RuntimeException {

    private final String source;
    private final String place;
    private final String problem;

    ScenarioException(String source, String place, String problem) {
        super(Wording.oneLine(source + ": " + (place.isEmpty() ? "" : place + ": ") + problem));
        this.source = source;
        this.place = place;
        this.problem = problem;
    }

    /** The file, or what the caller called the bytes. */
    public String source() {
        return source;
    }

    /**
     * A JSON pointer (RFC 6901), or {@code line L, column C} where the document is no JSON. Empty
     * when the whole document or file is meant.
     */
    public String place() {
        return place;
    }

    /** What was expected and what came, without the place. */
    public String problem() {
        return problem;
    }
}
