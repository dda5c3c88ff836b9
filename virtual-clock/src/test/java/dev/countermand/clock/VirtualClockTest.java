package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant EPOCH = Instant.parse("2024-02-29T23:59:59Z");

    private final VirtualClock clock = new VirtualClock();

    @Test
    void aNewClockStandsAtZeroAndStaysThere() {
        assertThat(clock.nowNanos()).isZero();
        assertThat(clock.nowNanos()).isZero();
    }

    @Property(seed = "20261122")
    void timeIsTheLatestOfTheTimesAskedForAndNeverGoesBack(@ForAll List<Long> times) {
        VirtualClock clock = new VirtualClock();
        long latest = 0;
        for (long time : times) {
            if (time < latest) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> clock.advanceTo(time))
                        .withMessageContainingAll("never goes back", String.valueOf(time));
            } else {
                clock.advanceTo(time);
                latest = time;
            }
            assertThat(clock.nowNanos()).isEqualTo(latest);
        }
    }

    @Property(seed = "20261122")
    void advancingByPartsIsAdvancingByTheirSum(
            @ForAll List<@LongRange(max = Long.MAX_VALUE / 1000) Long> parts) {
        VirtualClock clock = new VirtualClock();
        long sum = 0;
        for (long part : parts) {
            clock.advanceBy(Duration.ofNanos(part));
            sum += part;
        }
        assertThat(clock.nowNanos()).isEqualTo(sum);
    }

    @Test
    void advancingByANegativeDurationIsRefused() {
        clock.advanceTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advanceBy(Duration.ofNanos(-1)))
                .withMessage("virtual time never goes back: asked to advance by PT-0.000000001S");
        assertThat(clock.nowNanos()).isEqualTo(5);
    }

    @Test
    void advancingBeyondTheLastTimeIsRefusedAndMovesNothing() {
        clock.advanceTo(Long.MAX_VALUE);
        clock.advanceBy(Duration.ZERO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advanceBy(Duration.ofNanos(1)))
                .withMessageContaining("virtual time ends at 9223372036854775807 ns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VirtualClock().advanceBy(Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageContaining("virtual time ends at");
        assertThat(clock.nowNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aViewShowsTheTimeAtEachCallAndNotThatOfItsCreation() {
        Clock view = clock.clock(EPOCH, ZoneOffset.UTC);
        InstantSource source = clock.instantSource(EPOCH);
        clock.advanceBy(Duration.ofMillis(1500));
        assertThat(view.instant()).isEqualTo(EPOCH.plusMillis(1500));
        assertThat(view.millis()).isEqualTo(EPOCH.toEpochMilli() + 1500);
        assertThat(source.instant()).isEqualTo(view.instant());
    }

    @Test
    void aViewInAnotherZoneIsAsLiveAsTheFirst() {
        ZoneId zone = ZoneId.of("Asia/Kathmandu");
        Clock moved = clock.clock(EPOCH, ZoneOffset.UTC).withZone(zone);
        clock.advanceTo(7);
        assertThat(moved.getZone()).isEqualTo(zone);
        assertThat(moved.instant()).isEqualTo(EPOCH.plusNanos(7));
    }

    @Test
    void viewsAreEqualWhenClockEpochAndZoneAre() {
        Clock view = clock.clock(EPOCH, ZoneOffset.UTC);
        assertThat(view)
                .isEqualTo(clock.clock(EPOCH, ZoneOffset.UTC))
                .hasSameHashCodeAs(clock.clock(EPOCH, ZoneOffset.UTC))
                .isEqualTo(clock.instantSource(EPOCH))
                .isNotEqualTo(new VirtualClock().clock(EPOCH, ZoneOffset.UTC))
                .isNotEqualTo(clock.clock(EPOCH.plusNanos(1), ZoneOffset.UTC))
                .isNotEqualTo(view.withZone(ZoneId.of("Asia/Kathmandu")));
    }

    @Test
    void theHashOfAViewIsTheSameInEveryRun() {
        assertThat(clock.clock(EPOCH, ZoneOffset.UTC).hashCode())
                .isEqualTo(new VirtualClock().clock(EPOCH, ZoneOffset.UTC).hashCode());
    }

    @Test
    void aViewBeyondTheLastInstantSaysSo() {
        Clock view = clock.clock(Instant.MAX, ZoneOffset.UTC);
        assertThat(view.instant()).isEqualTo(Instant.MAX);
        clock.advanceTo(1);
        assertThatThrownBy(view::instant)
                .isInstanceOf(DateTimeException.class)
                .hasMessageStartingWith("virtual time of 1 ns after the epoch +1000000000-12-31T");
    }
}
