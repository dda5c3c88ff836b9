package dev.countermand.loop.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Several errors raised together: the part that Python's {@code ExceptionGroup} and {@code
 * BaseExceptionGroup} share.
 *
 * <p>Java has no class that is at once an {@link Error} and a {@link RuntimeException}, so there
 * are two: {@link ExceptionGroup}, all of whose members are ordinary failures, and {@link
 * BaseExceptionGroup}. Catch the one you mean, or test for this interface.
 */
public sealed interface ErrorGroup extends NamedError permits ExceptionGroup, BaseExceptionGroup {
    /** The message given at creation, without the count that {@code str()} adds. */
    String title();

    /** The members in the order in which they were raised; unmodifiable, never empty. */
    List<Throwable> errors();

    /**
     * Makes a group of the narrower type that fits, as {@code BaseExceptionGroup.__new__} does.
     *
     * @param title the message
     * @param errors the members, at least one
     * @return an {@link ExceptionGroup} if every member is an ordinary failure
     * @throws ValueError when there are no members
     */
    static Throwable of(String title, List<? extends Throwable> errors) {
        if (errors.isEmpty()) {
            throw new ValueError("second argument (exceptions) must be a non-empty sequence");
        }
        boolean ordinary = errors.stream().allMatch(BaseError::isException);
        return ordinary ? new ExceptionGroup(title, errors) : new BaseExceptionGroup(title, errors);
    }

    /**
     * The part of this group whose members satisfy a condition, nesting kept: Python's {@code
     * subgroup}.
     *
     * @return this group if all match, null if none does
     */
    default @Nullable Throwable subgroup(Predicate<? super Throwable> condition) {
        if (condition.test((Throwable) this)) {
            return (Throwable) this;
        }
        List<Throwable> matching = new ArrayList<>();
        for (Throwable member : errors()) {
            Throwable part = member instanceof ErrorGroup group
                    ? group.subgroup(condition)
                    : condition.test(member) ? member : null;
            if (part != null) {
                matching.add(part);
            }
        }
        if (matching.isEmpty()) {
            return null;
        }
        return matching.equals(errors()) ? (Throwable) this : of(title(), matching);
    }

    /** The members that match and the rest, nesting kept: Python's {@code split}. */
    default Split split(Predicate<? super Throwable> condition) {
        return new Split(subgroup(condition), subgroup(error ->
                !(error instanceof ErrorGroup) && !condition.test(error)));
    }

    /** The two halves of a {@link #split}; a half without members is null. */
    record Split(@Nullable Throwable matching, @Nullable Throwable rest) {}

    /** The text of {@code str(group)}: the title and the number of members. */
    static String text(String title, int members) {
        return title + " (" + members + " sub-exception" + (members == 1 ? ")" : "s)");
    }
}
