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
        checkNotEmpty(errors);
        boolean ordinary = errors.stream().allMatch(BaseError::isException);
        return ordinary ? new ExceptionGroup(title, errors) : new BaseExceptionGroup(title, errors);
    }

    /**
     * The part of this group that satisfies a condition, nesting kept: {@code
     * BaseExceptionGroup.subgroup}.
     *
     * @param condition is asked of every group before its members; a group that satisfies it is
     *     taken as it is
     * @return this very group if it satisfies the condition itself, null if nothing does, else a
     *     new group with the message and the cause of this one, even if all members are in it
     */
    default @Nullable Throwable subgroup(Predicate<? super Throwable> condition) {
        return split(condition).matching();
    }

    /**
     * The part whose types are among those given: {@code BaseExceptionGroup.subgroup}.
     *
     * @param types as in Java: {@code Exception.class} takes all that Python's does, as a
     *     cancellation is none in either
     */
    default @Nullable Throwable subgroup(List<Class<? extends Throwable>> types) {
        return subgroup(error -> types.stream().anyMatch(type -> type.isInstance(error)));
    }

    /**
     * The part that satisfies a condition and the part that does not, nesting kept: {@code
     * BaseExceptionGroup.split}.
     *
     * @param condition see {@link #subgroup(Predicate)}; it is asked once of each error
     */
    default Split split(Predicate<? super Throwable> condition) {
        Throwable self = (Throwable) this;
        if (condition.test(self)) {
            return new Split(self, null);
        }
        List<Throwable> matching = new ArrayList<>();
        List<Throwable> rest = new ArrayList<>();
        for (Throwable member : errors()) {
            if (member instanceof ErrorGroup group) {
                Split halves = group.split(condition);
                addIfThere(matching, halves.matching());
                addIfThere(rest, halves.rest());
            } else {
                (condition.test(member) ? matching : rest).add(member);
            }
        }
        return new Split(derive(matching), derive(rest));
    }

    /** The same by type: {@code BaseExceptionGroup.split}. */
    default Split split(List<Class<? extends Throwable>> types) {
        return split(error -> types.stream().anyMatch(type -> type.isInstance(error)));
    }

    private static void addIfThere(List<Throwable> errors, @Nullable Throwable part) {
        if (part != null) {
            errors.add(part);
        }
    }

    /** A group like this one with other members; null if there are none. */
    private @Nullable Throwable derive(List<Throwable> members) {
        if (members.isEmpty()) {
            return null;
        }
        Throwable self = (Throwable) this;
        Throwable derived = of(title(), members);
        if (self.getCause() != null) {
            derived.initCause(self.getCause());
        }
        derived.setStackTrace(self.getStackTrace());
        return derived;
    }

    /**
     * The two halves of a {@link #split}; a half without members is null.
     *
     * @param matching what satisfies the condition
     * @param rest what does not
     */
    record Split(@Nullable Throwable matching, @Nullable Throwable rest) {}

    /** Refuses a group without members. */
    static void checkNotEmpty(List<? extends Throwable> errors) {
        if (errors.isEmpty()) {
            throw new ValueError("second argument (exceptions) must be a non-empty sequence");
        }
    }

    /** The text of {@code str(group)}: the title and the number of members. */
    static String text(String title, int members) {
        return title + " (" + members + " sub-exception" + (members == 1 ? ")" : "s)");
    }
}
