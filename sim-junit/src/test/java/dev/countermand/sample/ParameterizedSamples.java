package dev.countermand.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.junit.Interleave;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of tests that have parameters. */
public final class ParameterizedSamples {
    private ParameterizedSamples() {}

    /** In fields. */
    @ParameterizedClass
    @CsvSource({"5, five", "6, six"})
    public static class OfFields {
        @Parameter(0)
        int number;

        @Parameter(1)
        @Nullable String word;

        @Interleave(schedules = 5)
        void fieldsHaveTheirParameters() {
            assertThat(word).isEqualTo(number == 5 ? "five" : number == 6 ? "six" : "none");
        }
    }

    /** In the constructor. */
    @ParameterizedClass
    @ValueSource(ints = {5, 6})
    public static class OfConstructor {
        private final int number;

        OfConstructor(int number) {
            this.number = number;
        }

        @Interleave(schedules = 5)
        void constructorsHaveTheirParameters() {
            assertThat(number).isBetween(5, 6);
        }
    }
}
