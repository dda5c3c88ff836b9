package dev.countermand.explore.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.PickRecorder;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.ChoiceLog;
import dev.countermand.explore.kit.MadeUpProgram;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.RandomStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds whatever the program. */
class ShrinkLawsTest {
    private static final int TRIES = 50;

    /** Asks what its own earlier answers and a seed decide, and fails by a hash of the answers. */
    private static Program random(long seed) {
        return new MadeUpProgram(asking -> {
            RandomStream shape = RandomStream.of(seed, "shape");
            int weight = 0;
            int length = 5 + shape.nextInt(20);
            for (int i = 0; i < length; i++) {
                int answer = switch (shape.nextInt(3)) {
                    case 0 -> asking.value("place " + shape.nextInt(3), 2 + shape.nextInt(5));
                    case 1 -> asking.tie("a", "b", "c");
                    default -> asking.cancel("task " + shape.nextInt(2), "await") ? 1 : 0;
                };
                weight += answer * shape.nextInt(4);
                // An answer decides what is asked next, so numbers shift.
                for (int extra = 0; extra < answer && shape.nextInt(2) == 0; extra++) {
                    asking.tie("x", "y");
                }
            }
            return weight < 7 ? null : weight < 14 ? "heavy" : "very heavy";
        });
    }

    private record Failing(Program program, Schedule schedule, RunOutcome outcome) {
        static Failing find(long seed) {
            Program program = random(seed);
            RandomStrategy strategy = new RandomStrategy();
            PickRecorder picks = new PickRecorder((kind, about, bound) -> 0);
            for (int i = 0; i < TRIES; i++) {
                RunOutcome outcome = program.run(picks.restart(strategy.scheduler(seed + i)));
                if (!outcome.isClean()) {
                    return new Failing(program, picks.schedule(), outcome);
                }
            }
            Assume.that(false);
            throw new IllegalStateException("not reached");
        }

        Shrunk shrink() {
            return new Shrinker(program, ShrinkLimits.DEFAULT).shrink(schedule, outcome);
        }
    }

    @Property(tries = 300, seed = "20261122")
    void theResultIsNeverLargerAndFailsInTheSameWay(@ForAll long seed) {
        Failing failing = Failing.find(seed);
        Shrunk shrunk = failing.shrink();
        assertThat(shrunk.after()).isLessThanOrEqualTo(shrunk.before());
        assertThat(shrunk.schedule().departures()).hasSize(shrunk.after().departures());
        RunOutcome again = failing.program().run(shrunk.schedule().scheduler());
        assertThat(again).isEqualTo(shrunk.outcome());
        assertThat(again.failureKey()).isEqualTo(failing.outcome().failureKey());
    }

    @Property(tries = 200, seed = "20261122")
    void shrinkingTheResultAgainChangesNothing(@ForAll long seed) {
        Failing failing = Failing.find(seed);
        Shrunk shrunk = failing.shrink();
        Shrunk again = new Shrinker(failing.program(), ShrinkLimits.DEFAULT)
                .shrink(shrunk.schedule(), shrunk.outcome());
        assertThat(again.schedule()).isEqualTo(shrunk.schedule());
        assertThat(again.before()).isEqualTo(shrunk.after()).isEqualTo(again.after());
    }

    @Property(tries = 100, seed = "20261122")
    void theSameScheduleShrinksToTheSameResultWithTheSameEffort(@ForAll long seed) {
        Failing failing = Failing.find(seed);
        assertThat(failing.shrink()).isEqualTo(failing.shrink());
    }

    @Property(tries = 200, seed = "20261122")
    void noDepartureCanBeLeftOutWithoutLosingTheFailureOrNeedingMoreFaults(@ForAll long seed) {
        Failing failing = Failing.find(seed);
        Shrunk shrunk = failing.shrink();
        for (int i = 0; i < shrunk.schedule().departures().size(); i++) {
            List<Schedule.Departure> fewer = new ArrayList<>(shrunk.schedule().departures());
            fewer.remove(i);
            ChoiceLog log = new ChoiceLog().restart(new Schedule(fewer).scheduler());
            RunOutcome outcome = failing.program().run(log);
            boolean isSame = !outcome.isClean()
                    && outcome.failureKey().equals(shrunk.outcome().failureKey());
            assertThat(isSame && Size.of(log, outcome.steps()).isSmallerThan(shrunk.after()))
                    .isFalse();
        }
    }
}
