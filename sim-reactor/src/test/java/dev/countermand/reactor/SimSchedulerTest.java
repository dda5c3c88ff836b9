package dev.countermand.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pipelines of Reactor are explored. */
class SimSchedulerTest {
    @Test
    void theDoubledFetchIsFoundAndTheSharedOneStands() {
        Map<String, String> first = Sampled.run(TokenSample.class);
        assertThat(first).hasSize(3)
                .hasEntrySatisfying("oneTokenIsFetched", line -> assertThat(line)
                        .startsWith("[tokens fetched] ").contains("(replay: @Interleave("))
                .containsEntry("oneTokenIsFetchedWhenTheFetchIsShared", "")
                .containsEntry("reactorsOwnSchedulersCanBeReplaced", "");
    }
}
