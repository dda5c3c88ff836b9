package dev.countermand.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelCoverageTest {
    private static final TraceEvent.Stamp NOW = new TraceEvent.Stamp(1, 0);
    private static final TraceEvent AWAITS = new TraceEvent.Awaited(NOW, "a", "lock", "/x");
    private static final TraceEvent WOKEN = new TraceEvent.Woken(NOW, "a", "b");
    private static final TraceEvent RUNS = new TraceEvent.Ran(NOW, "a");

    private static TraceEvent cancelled(String... chain) {
        return new TraceEvent.Cancelled(NOW, "a", null, null, List.of(chain));
    }

    private static AwaitSite siteAfter(TraceEvent... events) {
        CancelCoverage coverage = new CancelCoverage();
        coverage.add(List.of(events));
        assertThat(coverage.sites()).containsOnlyKeys("/x");
        return coverage.sites().get("/x");
    }

    @Test
    void anAwaitThatIsOnlyReachedCountsAsReached() {
        assertThat(siteAfter(AWAITS, WOKEN, RUNS, AWAITS))
                .isEqualTo(new AwaitSite(2, 0, 0, 0, 0));
    }

    @Test
    void aCancelWhileTheResultIsPendingAndOneWhileItIsReadyAreToldApart() {
        assertThat(siteAfter(AWAITS, cancelled("explorer")))
                .isEqualTo(new AwaitSite(1, 1, 0, 0, 0));
        assertThat(siteAfter(AWAITS, WOKEN, cancelled("explorer")))
                .isEqualTo(new AwaitSite(1, 0, 0, 1, 0));
    }

    @Test
    void aSecondCancelIsOneInCleanUp() {
        assertThat(siteAfter(AWAITS, cancelled("explorer"), WOKEN, RUNS, AWAITS, cancelled()))
                .isEqualTo(new AwaitSite(2, 1, 1, 0, 0));
    }

    @Test
    void aTimeoutIsCountedAsACancelAndAsATimeout() {
        assertThat(siteAfter(AWAITS, cancelled("timeout")))
                .isEqualTo(new AwaitSite(1, 1, 0, 0, 1));
    }

    @Test
    void aTaskThatRunsIsCancelledAtNoAwait() {
        CancelCoverage coverage = new CancelCoverage();
        coverage.add(List.of(AWAITS, WOKEN, RUNS, cancelled()));
        assertThat(coverage.sites().get("/x").isCancelled()).isFalse();
        assertThat(coverage.cancelledSites()).isZero();
    }
}
