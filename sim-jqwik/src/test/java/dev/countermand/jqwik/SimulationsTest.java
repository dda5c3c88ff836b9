package dev.countermand.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.opentest4j.TestAbortedException;

/** What the arbitraries give. */
class SimulationsTest {
    private static final Alternatives NOTHING =
            new Alternatives() {
                @Override
                public String label() {
                    return "";
                }

                @Override
                public String describe(int picked) {
                    return "";
                }
            };

    @Provide
    Arbitrary<Schedule> small() {
        return Simulations.schedules(2, 4);
    }

    @Provide
    Arbitrary<Duration> delays() {
        return Simulations.delays();
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Simulations.seeds();
    }

    @Property(seed = "20261122")
    void schedulesStayWithinTheirLimits(@ForAll("small") Schedule schedule) {
        assertThat(schedule.departures()).hasSizeLessThanOrEqualTo(2)
                .allMatch(it -> it.index() < 4 && it.pick() >= 1);
        assertThat(Schedule.parse(schedule.toString())).isEqualTo(schedule);
    }

    @Property(seed = "20261122")
    void delaysAndSeedsAreNeverNegative(
            @ForAll("delays") Duration delay, @ForAll("seeds") long seed) {
        assertThat(delay).isBetween(Duration.ZERO, Duration.ofDays(1));
        assertThat(seed).isNotNegative();
    }

    @Property(seed = "20261122")
    void anInterleavingIsWhatItsTextSays(@ForAll Schedule schedule) {
        String text = Interleaving.of(schedule).toString();
        assertThat(text).isEqualTo("Interleaving.of(\"" + schedule + "\")");
        assertThat(Interleaving.of(schedule.toString())).isEqualTo(Interleaving.of(schedule));
    }

    @Property(seed = "20261122")
    void aPickThatIsTooHighBecomesOneThatFits(@ForAll Schedule schedule) {
        FittingRun run = new FittingRun(schedule);
        for (int i = 0; i < Simulations.CHOICES; i++) {
            int number = i;
            boolean departs = schedule.departures().stream().anyMatch(it -> it.index() == number);
            int pick = run.choose(ChoiceKind.CHOOSE, NOTHING, 2 + i % 3);
            assertThat(pick).isBetween(departs ? 1 : 0, departs ? 1 + i % 3 : 0);
        }
    }

    @Example
    void theEdgeCasesBeginWithWhatAsyncioDoes() {
        assertThat(edgeCases(Simulations.schedules()))
                .contains(Schedule.FIFO, Schedule.parse("0:1"));
        assertThat(edgeCases(Simulations.cancelPlans()))
                .contains(CancelPlan.NONE, new CancelPlan(Schedule.parse("0:1")));
        assertThat(edgeCases(Simulations.delays()))
                .contains(Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(1));
        assertThat(edgeCases(Simulations.seeds())).contains(0L);
    }

    private static <T> List<T> edgeCases(Arbitrary<T> arbitrary) {
        List<T> values = new ArrayList<>();
        EdgeCases<T> cases = arbitrary.edgeCases();
        cases.forEach(shrinkable -> values.add(shrinkable.value()));
        return values;
    }

    @Example
    void impossibleLimitsAreRefused() {
        assertThatThrownBy(() -> Simulations.schedules(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("they are 3 and 2");
    }

    @Example
    void anAssumptionInTheBodyRejectsTheSample() {
        assertThatThrownBy(() -> Interleaving.of("fifo").run(() -> Assume.that(false)))
                .isInstanceOf(TestAbortedException.class);
    }

    @Example
    void aDeadlockIsAFailureThatSaysHowToRunItAgain() {
        assertThatThrownBy(() -> Interleaving.of("fifo").run(() ->
                Asyncio.await(
                        Asyncio.createFuture())))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("deadlock: every task waits and no timer is pending"
                        + "   (replay: Interleaving.of(\"fifo\"))\n");
    }
}
