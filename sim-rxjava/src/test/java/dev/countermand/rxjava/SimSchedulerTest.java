package dev.countermand.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Flows of RxJava are explored. */
class SimSchedulerTest {
    @Test
    void theStaleAnswerIsFoundAndSwitchMapStands() {
        Map<String, String> first = Sampled.run(SearchSample.class);
        assertThat(first).hasSize(3)
                .hasEntrySatisfying("theLastAnswerIsShown", line -> assertThat(line)
                        .contains("answer to ab").contains("(replay: @Interleave("))
                .containsEntry("theLastAnswerIsShownWhenOlderOnesAreDropped", "")
                .containsEntry("rxJavasOwnSchedulersCanBeReplaced", "");
    }
}
