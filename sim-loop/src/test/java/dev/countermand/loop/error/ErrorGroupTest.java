package dev.countermand.loop.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Splitting groups of errors. The expected values are what CPython 3.11 and 3.13 answer for the
 * same tree.
 */
class ErrorGroupTest {
    private final ExceptionGroup inner =
            new ExceptionGroup("inner", List.of(new ValueError("1"), new TypeError("2")));
    private final BaseExceptionGroup base = new BaseExceptionGroup(
            "base", List.of(new TimeoutError("3"), new KeyboardInterrupt("k")));
    private final BaseExceptionGroup top =
            new BaseExceptionGroup("top", List.of(inner, base, new ValueError("4")));

    private static String text(@Nullable Throwable error) {
        if (error instanceof ErrorGroup group) {
            List<String> members = group.errors().stream().map(ErrorGroupTest::text).toList();
            return (error instanceof ExceptionGroup ? "" : "base ") + group.title() + members;
        }
        return error == null ? "none" : String.valueOf(error.getMessage());
    }

    private static final Map<String, Predicate<Throwable>> CONDITIONS = Map.of(
            "ValueError", error -> error instanceof ValueError,
            "either",
                    error -> error instanceof ValueError || error instanceof KeyboardInterrupt,
            "called inner",
                    error -> error instanceof ErrorGroup group && group.title().equals("inner"),
            "Exception", error -> error instanceof Exception,
            "all", error -> true,
            "nothing", error -> false,
            "ExceptionGroup", error -> error instanceof ExceptionGroup,
            "no group", error -> !(error instanceof ErrorGroup));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ValueError     | top[inner[1], 4]             | base top[inner[2], base base[3, k]]
            either         | base top[inner[1], base base[k], 4] | top[inner[2], base[3]]
            called inner   | top[inner[1, 2]]             | base top[base base[3, k], 4]
            Exception      | top[inner[1, 2], base[3], 4] | base top[base base[k]]
            all            | base top[inner[1, 2], base base[3, k], 4] | none
            nothing        | none | base top[inner[1, 2], base base[3, k], 4]
            ExceptionGroup | top[inner[1, 2]]             | base top[base base[3, k], 4]
            no group       | base top[inner[1, 2], base base[3, k], 4] | none
            """)
    void aSplitKeepsTheNesting(String condition, String matching, String rest) {
        ErrorGroup.Split halves = top.split(CONDITIONS.get(condition));
        assertThat(text(halves.matching())).isEqualTo(matching);
        assertThat(text(halves.rest())).isEqualTo(rest);
        assertThat(text(top.subgroup(CONDITIONS.get(condition)))).isEqualTo(matching);
    }

    @Test
    void onlyAGroupThatSatisfiesTheConditionItselfIsReturnedAsItIs() {
        assertThat(top.subgroup(error -> true)).isSameAs(top);
        assertThat(inner.subgroup(List.of(Exception.class))).isSameAs(inner);
        Throwable leaves = inner.subgroup(List.of(ValueError.class, TypeError.class));
        assertThat(leaves).isNotSameAs(inner);
        assertThat(text(leaves)).isEqualTo("inner[1, 2]");
        Throwable rest = top.split(error -> error == inner.errors().get(0)).rest();
        assertThat(((ErrorGroup) rest).errors().get(1)).isNotSameAs(base);
    }

    @Test
    void typesSelectAsConditionsDo() {
        ErrorGroup.Split halves = top.split(List.of(ValueError.class));
        assertThat(text(halves.matching())).isEqualTo("top[inner[1], 4]");
        assertThat(text(halves.rest())).isEqualTo("base top[inner[2], base base[3, k]]");
    }

    @Test
    void bothPartsKeepTheCauseAndTheStackTrace() {
        top.initCause(new IllegalStateException("why"));
        ErrorGroup.Split halves = top.split(List.of(ValueError.class));
        assertThat(halves.matching()).hasCause(top.getCause());
        assertThat(halves.rest()).hasCause(top.getCause());
        assertThat(halves.rest().getStackTrace()).isEqualTo(top.getStackTrace());
    }

    @Test
    void eachErrorIsAskedOnceGroupsBeforeTheirMembers() {
        List<String> asked = new ArrayList<>();
        top.split(error -> {
            asked.add(error instanceof ErrorGroup group ? group.title() : error.getMessage());
            return error instanceof ValueError;
        });
        assertThat(asked).containsExactly("top", "inner", "1", "2", "base", "3", "k", "4");
    }

    @Test
    void theNarrowerClassIsChosenAndTheNarrowerOneRefusesWhatIsNotOrdinary() {
        assertThat(ErrorGroup.of("x", List.of(inner))).isInstanceOf(ExceptionGroup.class);
        assertThat(ErrorGroup.of("x", List.of(base))).isInstanceOf(BaseExceptionGroup.class);
        assertThatThrownBy(() -> new ExceptionGroup("x", List.of(base)))
                .isInstanceOf(TypeError.class)
                .hasMessage("Cannot nest BaseExceptions in an ExceptionGroup");
        for (var empty : List.<Runnable>of(
                () -> new ExceptionGroup("x", List.of()),
                () -> new BaseExceptionGroup("x", List.of()),
                () -> ErrorGroup.of("x", List.of()))) {
            assertThatThrownBy(empty::run)
                    .isInstanceOf(ValueError.class)
                    .hasMessage("second argument (exceptions) must be a non-empty sequence");
        }
    }
}
