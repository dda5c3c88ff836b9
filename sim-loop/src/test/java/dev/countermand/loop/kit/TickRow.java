package dev.countermand.loop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One measured distance: how many iterations lie between two marks of a program.
 *
 * @param what the distance in words
 * @param ticks the number of iterations on 3.11, 3.12, 3.13 and 3.14; null where there is no such
 *     thing
 * @param program makes the main coroutine, which passes the marks A and B
 */
public record TickRow(String what, List<Integer> ticks, Function<Trial, Script> program) {
    /** A distance that is the same in all versions. */
    public static TickRow row(String what, int ticks, Function<Trial, Script> program) {
        return new TickRow(what, List.of(ticks, ticks, ticks, ticks), program);
    }

    /** A distance that changed with 3.12. */
    public static TickRow row(String what, int old, int since12, Function<Trial, Script> program) {
        return new TickRow(what, List.of(old, since12, since12, since12), program);
    }

    /** A distance of something that is there since 3.12, and changed with 3.14. */
    public static TickRow since12(
            String what, int old, int since14, Function<Trial, Script> program) {
        return new TickRow(what, Arrays.asList(null, old, old, since14), program);
    }

    /** Runs the program as each Python, and compares. */
    public void check() {
        for (PythonVersion python : PythonVersion.values()) {
            Integer expected = ticks.get(python.ordinal());
            if (expected != null) {
                Trial trial = Trial.begin(python);
                trial.run(program.apply(trial));
                assertThat(trial.between("A", "B"))
                        .as("%s, as in %s", what, python.label())
                        .isEqualTo((long) expected);
            }
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
