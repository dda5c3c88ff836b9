package dev.countermand.loop.error;

import java.util.List;

/**
 * Several errors raised together, not all of them ordinary: Python's {@code BaseExceptionGroup}.
 */
public final class BaseExceptionGroup extends BaseError implements ErrorGroup {
    private final String title;
    private final transient List<Throwable> errors;

    /** Creates a group; {@link ErrorGroup#of} chooses the class that fits the members. */
    public BaseExceptionGroup(String title, List<? extends Throwable> errors) {
        super(ErrorGroup.text(title, errors.size()));
        ErrorGroup.checkNotEmpty(errors);
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<Throwable> errors() {
        return errors;
    }
}
