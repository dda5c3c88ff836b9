package dev.countermand.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.kit.RandomProgram;
import dev.countermand.loop.kit.RandomProgram.Outcome;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.ReplayDiverged;
import dev.countermand.loop.schedule.ReplayScheduler;
import dev.countermand.loop.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** A run is a function of the program and the seed. */
class DeterminismTest {
    @Provide
    Arbitrary<RandomProgram> programs() {
        return RandomProgram.programs();
    }

    private static Outcome run(RandomProgram program, long seed) {
        return program.run(new RandomStrategy().scheduler(seed));
    }

    private static List<Choice> choices(Outcome outcome) {
        return outcome.trial().simulation().choices().recorded();
    }

    private static void same(Outcome one, Outcome other) {
        assertThat(one.events()).hasSizeGreaterThan(5);
        assertThat(other.events()).isEqualTo(one.events());
        assertThat(other.end()).isEqualTo(one.end());
        assertThat(other.trial().log()).isEqualTo(one.trial().log());
        assertThat(choices(other)).isEqualTo(choices(one));
    }

    @Property(tries = 300, seed = "20261122")
    void theSameSeedGivesTheSameEvents(
            @ForAll("programs") RandomProgram program, @ForAll long seed) {
        Outcome first = run(program, seed);
        Statistics.label("end").collect(first.end().replaceAll("[ :].*", ""));
        same(first, run(program, seed));
    }

    @Property(tries = 300, seed = "20261122")
    void replayingTheRecordedChoicesGivesTheSameEvents(
            @ForAll("programs") RandomProgram program, @ForAll long seed) {
        Outcome first = run(program, seed);
        ReplayScheduler replay = new ReplayScheduler(choices(first));
        same(first, program.run(replay));
        assertThat(replay.used()).isEqualTo(choices(first).size());
    }

    @Property(tries = 200, seed = "20261122")
    void aReplayWithAChoiceTooFewStopsThereAndNoSooner(
            @ForAll("programs") RandomProgram program, @ForAll long seed) {
        List<Choice> recorded = choices(run(program, seed));
        Assume.that(!recorded.isEmpty());
        int kept = recorded.size() - 1;
        ReplayScheduler replay = new ReplayScheduler(recorded.subList(0, kept));
        Outcome cut = program.run(replay);
        assertThat(cut.end()).contains(ReplayDiverged.class.getSimpleName());
        assertThat(choices(cut)).isEqualTo(recorded.subList(0, kept));
    }

    @Property(tries = 200, seed = "20261122")
    void alwaysAnsweringZeroIsTheRunOfCPythonsOrder(@ForAll("programs") RandomProgram program) {
        Outcome fifo = program.run(new FifoStrategy().scheduler(0));
        Outcome zeros = program.run((kind, label, bound) -> 0);
        same(fifo, zeros);
        assertThat(choices(fifo)).noneMatch(Choice::departs);
    }

    @Property(tries = 300, seed = "20261122")
    void timeNeverGoesBackAndStepsAreCountedOneByOne(
            @ForAll("programs") RandomProgram program, @ForAll long seed) {
        Outcome outcome = run(program, seed);
        long nanos = 0;
        long step = 0;
        for (TraceEvent event : outcome.events()) {
            assertThat(event.stamp().nanos()).isGreaterThanOrEqualTo(nanos);
            long expected = event instanceof TraceEvent.Ran ? step + 1 : step;
            assertThat(event.stamp().step()).isEqualTo(expected);
            if (event instanceof TraceEvent.Advanced advanced) {
                assertThat(advanced.fromNanos()).isEqualTo(nanos);
                assertThat(event.stamp().nanos()).isGreaterThan(nanos);
            } else {
                assertThat(event.stamp().nanos()).isEqualTo(nanos);
            }
            nanos = event.stamp().nanos();
            step = event.stamp().step();
        }
        assertThat(outcome.trial().simulation().steps()).isEqualTo(step);
    }

    @Property(tries = 200, seed = "20261122")
    void everyTaskThatEndsEndsOnce(@ForAll("programs") RandomProgram program, @ForAll long seed) {
        List<String> ended = new ArrayList<>();
        for (TraceEvent event : run(program, seed).events()) {
            if (event instanceof TraceEvent.Ended end) {
                ended.add(end.task());
            }
        }
        assertThat(ended).doesNotHaveDuplicates();
    }
}
