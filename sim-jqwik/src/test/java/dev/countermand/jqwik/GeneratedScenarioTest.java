package dev.countermand.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whole scenarios as data of a property. */
class GeneratedScenarioTest {
    @Provide
    Arbitrary<GeneratedScenario> scenarios() {
        return Simulations.scenarios();
    }

    @Property(tries = 100, seed = "20261122")
    void theSameScheduleGivesTheSameRun(@ForAll("scenarios") GeneratedScenario scenario,
            @ForAll Schedule schedule) {
        RunOrigin origin = new RunOrigin(0, "schedule");
        TraceDocument once = scenario.record(schedule.scheduler(), origin);
        TraceDocument again = scenario.record(schedule.scheduler(), origin);
        assertThat(ReplayComparison.of(once, again)).isInstanceOf(ReplayComparison.Same.class);
        assertThat(scenario.run(schedule.scheduler()).steps()).isEqualTo(once.verdict().steps());
    }
}
