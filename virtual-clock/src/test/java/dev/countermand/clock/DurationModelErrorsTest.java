package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationModelErrorsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "exp(a)            | parameter 1 is no number: \"a\"",
        "uniform(1, )      | parameter 2 is no number: \"\"",
        "exp(1f)           | parameter 1 is no number: \"1f\"",
        "exp(0x1p3)        | parameter 1 is no number: \"0x1p3\"",
        "exp(NaN)          | parameter 1 is no number: \"NaN\"",
        "exp()             | the parameters are exp(mean), but 0 were given",
        "exp(1, 2)         | the parameters are exp(mean), but 2 were given",
        "gamma(1)          | the parameters are gamma(shape, scale), but 1 were given",
        "exp(0)            | exp: mean must be more than 0, not 0",
        "exp(-0.5)         | exp: mean must be more than 0, not -0.5",
        "exp(1e999)        | exp: mean must be more than 0, not Infinity",
        "normal(-1, 1)     | normal: mean must be 0 or more, not -1",
        "normal(1, 0)      | normal: sd must be more than 0, not 0",
        "lognormal(1e999, 1) | lognormal: mu must be a finite number, not Infinity",
        "lognormal(0, -1)  | lognormal: sigma must be more than 0, not -1",
        "weibull(0, 1)     | weibull: shape must be more than 0, not 0",
        "weibull(1, 0)     | weibull: scale must be more than 0, not 0",
        "gamma(0, 1)       | gamma: shape must be from 0.001 to 1000000, not 0",
        "gamma(1, -2)      | gamma: scale must be from 1E-9 to 10000000, not -2",
        "uniform(2, 1)     | uniform: high must not be below low, but 1 < 2",
        "uniform(-1, 1)    | uniform: low must be from 0 to below 2^24 (16777216) seconds, not -1",
        "constant(16777216) | constant: seconds must be from 0 to below 2^24 (16777216) seconds,"
                + " not 16777216",
        "empirical()       | empirical: needs at least one duration",
        "empirical(1, -1)  | empirical: each duration must be from 0 to below 2^24 (16777216)"
                + " seconds, not -1",
        "pareto(1)         | unknown distribution \"pareto\"; there are constant, uniform, exp,"
                + " normal, lognormal, weibull, gamma, empirical",
    })
    void aWrongModelIsRefusedWithItsTextAndWhatIsWrongInIt(String text, String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationModel.parse(text))
                .withMessage("in duration model \"" + text + "\": " + wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.5", "exp", "exp 0.5", "exp(0.5", "exp(0.5)x", "(0.5)", "e((1))"})
    void whatHasNotTheFormOfAModelIsRefusedWithAnExample(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationModel.parse(text))
                .withMessage("\"" + text + "\" is no duration model; write a name and parameters,"
                        + " such as exp(0.5)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noParameterMayBeInfiniteOrNotANumber(double bad) {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.constant(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.uniform(0, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.uniform(bad, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.exponential(bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.normal(bad, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.normal(1, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.logNormal(bad, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.weibull(1, bad));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.gamma(bad, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationModel.empirical(1, bad));
    }
}
