package dev.countermand.jqwik;

import dev.countermand.explore.Schedule;
import dev.countermand.explore.Schedule.Departure;
import dev.countermand.scenario.generate.Decisions;
import dev.countermand.scenario.generate.ScenarioGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Arbitraries of what a simulation depends on. All are made of small integers where 0 is what
 * asyncio does, so that jqwik shrinks them as an explorer would: to fewer departures, then earlier
 * ones, then lower picks.
 */
public final class Simulations {
    /** How many departures a generated schedule has at most, unless told otherwise. */
    public static final int MOST_DEPARTURES = 5;

    /** Before which choice they are, unless told otherwise. */
    public static final int CHOICES = 60;

    private static final int HIGHEST_PICK = 4;

    /** How many decisions a generated scenario is made of at most. */
    private static final int DECISIONS = 2000;

    private static final long DAY_NANOS = 86_400_000_000_000L;

    private Simulations() {}

    /** Schedules of up to {@value #MOST_DEPARTURES} of the first {@value #CHOICES} choices. */
    public static Arbitrary<Schedule> schedules() {
        return schedules(MOST_DEPARTURES, CHOICES);
    }

    /**
     * Schedules; {@code fifo} first.
     *
     * @param departures how many at most, from 0
     * @param choices before which choice, at least 1
     * @throws IllegalArgumentException for other numbers
     */
    public static Arbitrary<Schedule> schedules(int departures, int choices) {
        check(departures, choices);
        return picks(departures, choices).map(Simulations::schedule)
                .edgeCases(cases -> {
                    cases.add(Schedule.FIFO);
                    if (departures > 0) {
                        cases.add(Schedule.parse("0:1"));
                    }
                });
    }

    private static void check(int most, int before) {
        if (most < 0 || before < 1 || most > before) {
            throw new IllegalArgumentException("expected at least 0 departures, and at least as"
                    + " many choices and 1, but they are " + most + " and " + before);
        }
    }

    private static Arbitrary<Map<Integer, Integer>> picks(int most, int before) {
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, before - 1);
        Arbitrary<Integer> picks = Arbitraries.integers().between(1, HIGHEST_PICK);
        return Arbitraries.maps(numbers, picks).ofMaxSize(most);
    }

    private static Schedule schedule(Map<Integer, Integer> picks) {
        List<Departure> departures = new ArrayList<>();
        new TreeMap<>(picks).forEach((number, pick) ->
                departures.add(new Departure(number, pick)));
        return new Schedule(departures);
    }

    /** Which cancels are injected: up to 3 of the first 40 chances; none first. */
    public static Arbitrary<CancelPlan> cancelPlans() {
        return cancelPlans(3, 40);
    }

    /**
     * Which cancels are injected; none first.
     *
     * @param cancels how many at most, from 0
     * @param chances before which chance, at least 1
     * @throws IllegalArgumentException for other numbers
     */
    public static Arbitrary<CancelPlan> cancelPlans(int cancels, int chances) {
        check(cancels, chances);
        return picks(cancels, chances).map(picks -> new CancelPlan(schedule(picks)))
                .edgeCases(cases -> {
                    cases.add(CancelPlan.NONE);
                    if (cancels > 0) {
                        cases.add(new CancelPlan(Schedule.parse("0:1")));
                    }
                });
    }

    /** Runs of {@link #schedules()}. */
    public static Arbitrary<Interleaving> interleavings() {
        return schedules().map(Interleaving::of);
    }

    /** Durations from 0 to a day, shrinking to 0; whole seconds and milliseconds above all. */
    public static Arbitrary<Duration> delays() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 60)
                        .map(Duration::ofSeconds)),
                Tuple.of(3, Arbitraries.longs().between(0, 10_000)
                        .map(Duration::ofMillis)),
                Tuple.of(1, Arbitraries.longs().between(0, DAY_NANOS)
                        .map(Duration::ofNanos)))
                .edgeCases(cases -> cases.add(Duration.ZERO, Duration.ofNanos(1),
                        Duration.ofSeconds(1)));
    }

    /**
     * Whole programs of the scenario language, on asyncio 3.14; they shrink to fewer and simpler
     * operations.
     */
    public static Arbitrary<GeneratedScenario> scenarios() {
        return Arbitraries.integers().between(0, Decisions.RANGE - 1)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list().ofMaxSize(DECISIONS)
                .map(numbers -> new GeneratedScenario(ScenarioGenerator.generate(
                        "generated", Decisions.listed(numbers))));
    }

    /** Seeds from 0 up, shrinking to 0. */
    public static Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, Long.MAX_VALUE);
    }
}
