package dev.countermand.loop.error;

/**
 * Something is probably a mistake but stops nothing: Python's {@code RuntimeWarning}. It is not
 * thrown; the exception handler is given it.
 */
public final class RuntimeWarning extends RuntimeException implements NamedError, Remedied {
    private final String remedy;

    /** Creates it with its message and what to do instead. */
    public RuntimeWarning(String message, String remedy) {
        super(message, null, false, false);
        this.remedy = remedy;
    }

    @Override
    public String remedy() {
        return remedy;
    }

    @Override
    public String toString() {
        return Remedied.text(super.toString(), remedy);
    }
}
