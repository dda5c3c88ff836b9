package dev.countermand.fence.scan;

import java.util.List;

/**
 * A call that gives a run something that its schedule does not decide.
 *
 * @param cause what it gives
 * @param owner the class that has the method, with dots; several end in a star, or are only a star
 * @param methods the names of the methods; a star at the end or the beginning stands for anything
 * @param takes which overloads are meant
 * @param instead what to write instead
 */
public record ForbiddenCall(
        Cause cause, String owner, List<String> methods, Takes takes, String instead) {
    /** Copies the list. */
    public ForbiddenCall {
        methods = List.copyOf(methods);
    }

    /**
     * Which overloads of a method are meant.
     *
     * @param with what the descriptor of the arguments must contain, empty for anything
     * @param without what it must not contain, empty for nothing
     */
    public record Takes(String with, String without) {
        /** All overloads. */
        public static final Takes ANYTHING = new Takes("", "");

        boolean matches(String descriptor) {
            String arguments = descriptor.substring(0, descriptor.indexOf(')') + 1);
            return arguments.contains(with)
                    && (without.isEmpty() || !arguments.contains(without));
        }
    }

    boolean matches(String ofClass, String method, String descriptor) {
        return matches(owner, ofClass)
                && methods.stream().anyMatch(pattern -> matches(pattern, method))
                && takes.matches(descriptor);
    }

    private static boolean matches(String pattern, String name) {
        if (pattern.endsWith("*")) {
            return name.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return pattern.startsWith("*")
                ? name.endsWith(pattern.substring(1))
                : name.equals(pattern);
    }
}
