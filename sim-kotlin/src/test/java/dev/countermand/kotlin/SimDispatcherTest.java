package dev.countermand.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Suspending functions are explored. */
class SimDispatcherTest {
    @Test
    void theLostPermitIsFoundAndTheRepairStands() {
        Map<String, String> first = Sampled.run(PermitSample.class);
        assertThat(first).hasSize(2)
                .hasEntrySatisfying("noPermitIsLostAtTheTimeLimit", line -> assertThat(line)
                        .startsWith("[free permits] ").contains("(replay: @Interleave("))
                .containsEntry("noPermitIsLostWhenTakingItIsNotedAtOnce", "");
    }
}
