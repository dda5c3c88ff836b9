package dev.countermand.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShortestDoubleTest {

    @Property(tries = 2000, seed = "20261122")
    void whatIsWrittenReadsBackAsTheSameDouble(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(ShortestDouble.write(value))).isEqualTo(value);
        }
    }

    @Property(tries = 2000, seed = "20261122")
    void noDecimalWithFewerDigitsReadsBackAsTheSameDouble(@ForAll long bits) {
        double value = Math.abs(Double.longBitsToDouble(bits));
        if (Double.isFinite(value) && value != 0) {
            assertNothingShorter(value);
        }
    }

    @Property(tries = 1000, seed = "20261122")
    void powersOfTwoAreWrittenShortestToo(@ForAll @IntRange(min = -1074, max = 1023) int exponent) {
        assertNothingShorter(Math.scalb(1.0, exponent));
    }

    /** Above and below the value, the two nearest numbers of one digit less both miss it. */
    private static void assertNothingShorter(double value) {
        BigDecimal written = new BigDecimal(ShortestDouble.write(value)).stripTrailingZeros();
        int fewer = written.precision() - 1;
        if (fewer > 0) {
            BigDecimal exact = new BigDecimal(value);
            for (RoundingMode mode : new RoundingMode[] {
                RoundingMode.DOWN, RoundingMode.UP}) {
                BigDecimal shorter = exact.round(new MathContext(fewer, mode));
                assertThat(shorter.doubleValue()).isNotEqualTo(value);
            }
        }
    }

    @Test
    void theLayoutIsThatOfPythonsRepr() {
        assertThat(ShortestDouble.write(0.0)).isEqualTo("0.0");
        assertThat(ShortestDouble.write(-0.0)).isEqualTo("-0.0");
        assertThat(ShortestDouble.write(-1.5)).isEqualTo("-1.5");
        assertThat(ShortestDouble.write(1e16)).isEqualTo("1e+16");
        assertThat(ShortestDouble.write(9999999999999998.0)).isEqualTo("9999999999999998.0");
        assertThat(ShortestDouble.write(0.0001)).isEqualTo("0.0001");
        assertThat(ShortestDouble.write(0.00001)).isEqualTo("1e-05");
        assertThat(ShortestDouble.write(Double.MIN_VALUE)).isEqualTo("5e-324");
        assertThat(ShortestDouble.write(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e+308");
        assertThat(ShortestDouble.write(Math.scalb(1.0, -44))).isEqualTo("5.684341886080802e-14");
        assertThat(ShortestDouble.write(2e-3)).isEqualTo("0.002");
        assertThat(ShortestDouble.write(Math.scalb(1.0, 56))).isEqualTo("7.205759403792794e+16");
    }

    @Test
    void whatIsNoNumberIsNotWritten() {
        assertThatThrownBy(() -> ShortestDouble.write(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShortestDouble.write(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
