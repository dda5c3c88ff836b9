package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    @Property(seed = "20261122")
    void noNanosecondIsLost(@ForAll long nanos) {
        String text = VirtualTime.seconds(nanos);
        assertThat(text).matches("-?[0-9]+\\.[0-9]{3,9}s");
        assertThat(new BigDecimal(text.substring(0, text.length() - 1)).movePointRight(9))
                .isEqualByComparingTo(BigDecimal.valueOf(nanos));
    }

    @Test
    void nanosecondsWithinWordsBecomeSeconds() {
        assertThat(VirtualTime.inWords("sleep until 1001953125 ns, then 5 ns"))
                .isEqualTo("sleep until 1.001953125s, then 0.000000005s");
        assertThat(VirtualTime.inWords("5 nsx $1 \\ ns")).isEqualTo("5 nsx $1 \\ ns");
    }
}
