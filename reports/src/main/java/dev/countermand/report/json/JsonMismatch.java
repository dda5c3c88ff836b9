package dev.countermand.report.json;

/** Something else stands at a place of a document than belongs there. */
public final class JsonMismatch extends RuntimeException {
    private final String place;
    private final String problem;

    /**
     * Creates the error.
     *
     * @param place a JSON pointer or a line and column; empty for the whole document
     * @param problem what was expected and what came
     */
    public JsonMismatch(String place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /** A JSON pointer (RFC 6901), or {@code line L, column C}; empty for the whole document. */
    public String place() {
        return place;
    }

    /** What was expected and what came, without the place. */
    public String problem() {
        return problem;
    }
}
