package dev.countermand.explore.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.JavaProgram;
import dev.countermand.explore.Program;
import dev.countermand.explore.RunOutcome;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.kit.MadeUpProgram;
import dev.countermand.loop.schedule.ChoiceKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static final List<String> VALUES = List.of("a", "b", "c", "d", "e");

    private static Shrunk shrink(Program program, String schedule) {
        return shrink(program, schedule, ShrinkLimits.DEFAULT);
    }

    private static Shrunk shrink(Program program, String schedule, ShrinkLimits limits) {
        Schedule failing = Schedule.parse(schedule);
        RunOutcome outcome = program.run(failing.scheduler());
        assertThat(outcome.isClean()).as("the schedule should fail").isFalse();
        return new Shrinker(program, limits).shrink(failing, outcome);
    }

    @Test
    void whatDoesNotMatterIsDeleted() {
        Program program = new MadeUpProgram(asking -> {
            int sum = 0;
            for (int i = 0; i < 20; i++) {
                int value = asking.value("place " + i, 3);
                sum += i == 13 ? value : 0;
            }
            return sum > 0 ? "wrong" : null;
        });
        Shrunk shrunk = shrink(program, "0:1,2:2,5:1,9:2,13:2,14:1,19:2");
        assertThat(shrunk.schedule()).hasToString("13:1");
        assertThat(shrunk.before().departures()).isEqualTo(7);
        assertThat(shrunk.after().departures()).isEqualTo(1);
        assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.SMALLEST);
    }

    @Test
    void aScheduleThatFailsWithoutAnyDepartureEndsWithNone() {
        Program program = new MadeUpProgram(asking -> {
            asking.tie("a", "b");
            return "wrong";
        });
        assertThat(shrink(program, "0:1").schedule()).isEqualTo(Schedule.FIFO);
    }

    @Test
    void aValueShrinksToTheFirstThatStillFails() {
        for (int bound : List.of(5, 30, 1_000)) {
            for (int least = 1; least < bound; least += Math.max(1, bound / 7)) {
                int needed = least;
                Program program = new MadeUpProgram(
                        asking -> asking.value("size", bound) >= needed ? "too large" : null);
                assertThat(shrink(program, "0:" + (bound - 1)).schedule())
                        .hasToString("0:" + needed);
            }
        }
    }

    @Test
    void aDepartureBehindADeletedValueIsFoundAgainThoughItsNumberHasShifted() {
        Program program = new MadeUpProgram(asking -> {
            int rounds = asking.value("rounds", 9);
            for (int i = 0; i < rounds; i++) {
                asking.cancel("other", "sleep");
            }
            boolean hit = false;
            for (int i = 0; i < 5; i++) {
                hit |= asking.cancel("main", "await " + i) && i == 3;
            }
            return hit ? "lost" : null;
        });
        assertThat(shrink(program, "0:8,1:1,12:1").schedule()).hasToString("4:1");
    }

    @Test
    void theSameAwaitOfTheSameTaskIsToldFromItsOtherVisitsByCounting() {
        Program program = new MadeUpProgram(asking -> {
            int extra = asking.value("extra", 4);
            int hits = 0;
            for (int i = 0; i < extra; i++) {
                asking.tie("x", "y");
            }
            for (int i = 0; i < 40; i++) {
                hits += asking.cancel("main", "loop") && (i == 17 || i == 29) ? 1 : 0;
            }
            return hits == 2 ? "twice" : null;
        });
        assertThat(shrink(program, "0:3,21:1,33:1").schedule()).hasToString("18:1,30:1");
    }

    @Test
    void aCancelMovesToTheEarliestPlaceThatFails() {
        Program program = new MadeUpProgram(asking -> {
            boolean hit = false;
            for (int i = 0; i < 500; i++) {
                hit |= asking.cancel("main", "loop") && i >= 100;
            }
            return hit ? "late" : null;
        });
        assertThat(shrink(program, "499:1").schedule()).hasToString("100:1");
    }

    @Test
    void noFaultIsBetterThanFewDepartures() {
        Program program = new MadeUpProgram(asking -> {
            boolean ties = asking.tie("a", "b") + asking.tie("c", "d") == 2;
            return ties | asking.cancel("main", "x") ? "wrong" : null;
        });
        assertThat(shrink(program, "0:1,1:1,2:1").schedule()).hasToString("0:1,1:1");
        assertThat(new Size(0, 9, 99, 99, 99).isSmallerThan(new Size(1, 1, 1, 1, 1))).isTrue();
    }

    @Test
    void severalTiesAreReplacedByOne() {
        Program program = new MadeUpProgram(asking -> {
            int first = asking.tie("a", "b", "c");
            int second = asking.tie("a", "b");
            return first == 2 || first == 1 && second == 1 ? "order" : null;
        });
        assertThat(shrink(program, "0:1,1:1").schedule()).hasToString("0:2");
    }

    @Test
    void anotherFailureOnTheWayIsNotTakenForTheSame() {
        Program program = new MadeUpProgram(asking -> {
            int value = asking.value("size", 9);
            return value == 0 ? null : value < 5 ? "too small" : "too large by " + value;
        });
        Shrunk shrunk = shrink(program, "0:8");
        assertThat(shrunk.schedule()).hasToString("0:5");
        assertThat(shrunk.outcome().violations().get(0).message()).isEqualTo("too large by 5");
    }

    @Test
    void aLongRunWithManyDeparturesComesDownWithinTheLimits() {
        Program program = new MadeUpProgram(asking -> {
            int order = 0;
            boolean hit = false;
            for (int i = 0; i < 1_500; i++) {
                int value = asking.value("place " + i % 10, 4);
                order |= i == 700 ? value : 0;
                for (int extra = 0; extra < value; extra++) {
                    asking.tie("x", "y");
                }
                hit |= asking.cancel("worker", "await " + i % 5) && i >= 1_100 && order > 1;
            }
            return hit ? "lost" : null;
        });
        StringBuilder schedule = new StringBuilder("10:3,1403:3");
        for (int i = 1_500; i < 2_300; i += 8) {
            schedule.append(',').append(i).append(":1");
        }
        Shrunk shrunk = shrink(program, schedule + ",2306:1");
        assertThat(shrunk.schedule()).hasToString("1400:2,2203:1");
        assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.SMALLEST);
    }

    @Test
    void theLimitOfRunsIsKept() {
        MadeUpProgram program = wide();
        String schedule = everyEighth();
        for (long runs : List.of(1L, 2L, 10L, 100L)) {
            long before = program.runs();
            Shrunk shrunk = shrink(program, schedule, new ShrinkLimits(runs, Long.MAX_VALUE));
            // One run more than the limit and the replays: this test's own.
            assertThat(program.runs() - before).isLessThanOrEqualTo(runs + Shrinker.REPLAYS + 1);
            assertThat(shrunk.effort().runs()).isEqualTo(program.runs() - before - 1);
            assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.LIMIT);
            assertThat(shrunk.after()).isLessThanOrEqualTo(shrunk.before());
        }
    }

    @Test
    void noRunBeginsOnceTheLimitOfStepsIsReached() {
        long each = 201;
        Shrunk shrunk = shrink(wide(), everyEighth(), new ShrinkLimits(1_000_000, 10 * each + 1));
        assertThat(shrunk.effort().steps()).isEqualTo((11 + Shrinker.REPLAYS) * each);
        assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.LIMIT);
    }

    /** Needs 25 departures, in runs of 200 choices. */
    private static MadeUpProgram wide() {
        return new MadeUpProgram(asking -> {
            int missing = 0;
            for (int i = 0; i < 200; i++) {
                int value = asking.value("place " + i, 5);
                missing += i % 8 == 0 && value == 0 ? 1 : 0;
            }
            return missing == 0 ? "all there" : null;
        });
    }

    private static String everyEighth() {
        return String.join(",", IntStream.range(0, 25).mapToObj(i -> i * 8 + ":4").toList());
    }

    @Test
    void aProgramThatDoesNotRepeatIsReportedAndItsScheduleLeftAlone() {
        int[] runs = new int[1];
        Program program = new MadeUpProgram(asking -> {
            asking.tie("a", "b");
            runs[0]++;
            return runs[0] % 2 == 1 ? "sometimes" : null;
        });
        Shrunk shrunk = shrink(program, "0:1");
        assertThat(shrunk.effort().ending()).isEqualTo(Shrunk.Ending.UNREPEATABLE);
        assertThat(shrunk.schedule()).hasToString("0:1");
        assertThat(shrunk.after()).isEqualTo(shrunk.before());
    }

    @Test
    void theRunsOfAllPassesAreCounted() {
        MadeUpProgram program = wide();
        Shrunk shrunk = shrink(program, everyEighth());
        long passes = shrunk.effort().passes().stream().mapToLong(PassStatistics::runs).sum();
        assertThat(shrunk.effort().runs()).isEqualTo(1 + passes + Shrinker.REPLAYS);
        assertThat(shrunk.effort().passes()).extracting(PassStatistics::name)
                .containsExactlyElementsOf(
                        ShrinkPass.ALL.stream().map(ShrinkPass::name).toList());
        assertThat(shrunk.schedule().departures()).allMatch(departure -> departure.pick() == 1);
    }

    @Test
    void aProgramThatFailsBeforeItsFirstStepIsMadeSmallerToo() {
        Program program = JavaProgram.of("choices only", world -> {
            List<Integer> picks = IntStream.range(0, 8)
                    .map(i -> world.choices().choose(ChoiceKind.CHOOSE, "values", VALUES))
                    .boxed().toList();
            assertThat(picks.get(3)).isLessThan(2);
        });
        Schedule failing = Schedule.parse("3:4,5:1");
        Shrunk shrunk = new Shrinker(program, ShrinkLimits.DEFAULT)
                .shrink(failing, program.run(failing.scheduler()));
        assertThat(shrunk.schedule()).hasToString("3:2");
        assertThat(shrunk.outcome().steps()).isZero();
    }
}
