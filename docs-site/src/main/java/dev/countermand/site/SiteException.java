package dev.countermand.site;

/** The documentation is not as the site needs it; the message says what was expected and where. */
public final class SiteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was expected, what came, and where
     */
    public SiteException(String message) {
        super(message);
    }
}
