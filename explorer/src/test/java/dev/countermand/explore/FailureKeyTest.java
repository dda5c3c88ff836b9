package dev.countermand.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureKeyTest {
    private static FailureKey key(Violation.Kind kind, String message, long step) {
        return FailureKey.of(new Violation(kind, message, step, step, List.of()));
    }

    @Test
    void numbersStepAndTimeMakeNoOtherFailure() {
        assertThat(key(Violation.Kind.CHECK, "3 of 17 lost", 5))
                .isEqualTo(key(Violation.Kind.CHECK, "12 of 4 lost", 99));
    }

    @Test
    void anotherRuleOrAnotherMessageIsAnotherFailure() {
        FailureKey key = key(Violation.Kind.CHECK, "3 lost", 5);
        assertThat(key(Violation.Kind.PROPERTY, "3 lost", 5)).isNotEqualTo(key);
        assertThat(key(Violation.Kind.CHECK, "3 found", 5)).isNotEqualTo(key);
        assertThat(key(Violation.Kind.CHECK, "lost", 5)).isNotEqualTo(key);
    }
}
