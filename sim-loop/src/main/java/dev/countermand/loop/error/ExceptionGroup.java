package dev.countermand.loop.error;

import java.util.List;

/** Several ordinary failures raised together: Python's {@code ExceptionGroup}. */
public final class ExceptionGroup extends RuntimeException implements ErrorGroup {
    private final String title;
    private final transient List<Throwable> errors;

    /**
     * Creates a group; {@link ErrorGroup#of} chooses the class that fits the members.
     *
     * @throws ValueError when there are no members
     * @throws TypeError when a member is no ordinary failure
     */
    public ExceptionGroup(String title, List<? extends Throwable> errors) {
        super(ErrorGroup.text(title, errors.size()));
        ErrorGroup.checkNotEmpty(errors);
        if (!errors.stream().allMatch(BaseError::isException)) {
            throw new TypeError("Cannot nest BaseExceptions in an ExceptionGroup");
        }
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
