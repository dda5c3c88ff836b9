package dev.countermand.report;

import dev.countermand.report.json.AsciiText;

/**
 * A trace file that cannot be read or written. The message is one line of ASCII: the file, the
 * place in it, what was expected there and what came instead.
 */
public final class TraceException extends RuntimeException {
    private final String source;
    private final String place;
    private final String problem;

    /**
     * Creates the error.
     *
     * @param source the file, or what the caller called the bytes
     * @param place where in it, empty for the whole file
     * @param problem what was expected and what came
     */
    TraceException(String source, String place, String problem) {
        super(AsciiText.escape(source + ": " + (place.isEmpty() ? "" : place + ": ") + problem));
        this.source = source;
        this.place = place;
        this.problem = problem;
    }

    /** The file, or what the caller called the bytes. */
    public String source() {
        return source;
    }

    /**
     * A JSON pointer (RFC 6901), or {@code line L, column C} where the file is no JSON. Empty when
     * the whole file is meant.
     */
    public String place() {
        return place;
    }

    /** What was expected and what came, without the place. */
    public String problem() {
        return problem;
    }
}
