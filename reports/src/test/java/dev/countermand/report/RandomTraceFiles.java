package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.report.Explanation.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Random documents, some of them explained: as much as any explainer would say, and more. */
public final class RandomTraceFiles {
    private final Random random;

    private RandomTraceFiles(long seed) {
        random = new Random(seed);
    }

    /** Files by seed; nothing is shrunk, as with {@link RandomDocuments}. */
    public static Arbitrary<TraceFile> any() {
        return Arbitraries.longs().withoutEdgeCases().map(seed -> of(seed));
    }

    /** The file of a seed. */
    public static TraceFile of(long seed) {
        return new RandomTraceFiles(seed).file(RandomDocuments.of(seed));
    }

    private TraceFile file(TraceDocument run) {
        return new TraceFile(run,
                random.nextInt(3) == 0 ? null : shrinkage(),
                random.nextInt(3) == 0 ? null : explanation(run));
    }

    private Shrinkage shrinkage() {
        return new Shrinkage(extent(), extent(), count());
    }

    private Shrinkage.Extent extent() {
        return new Shrinkage.Extent(random.nextLong() >>> 1, count());
    }

    private Explanation explanation(TraceDocument run) {
        int known = (int) run.choices().stream().filter(Choice::departs).count();
        List<Explanation.Departure> departures = new ArrayList<>();
        for (int left = random.nextInt(known + 1); left > 0; left--) {
            departures.add(departure());
        }
        return new Explanation(departures,
                new Explanation.Others(count(), count(), count()), nearest(departures.size()));
    }

    private Explanation.Departure departure() {
        List<Explanation.Trial> trials = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            Explanation.Verdict[] verdicts = Explanation.Verdict.values();
            trials.add(new Explanation.Trial(
                    change(), verdicts[random.nextInt(verdicts.length)]));
        }
        return new Explanation.Departure(trials);
    }

    private Explanation.@Nullable NearestRun nearest(int departures) {
        return departures == 0 || random.nextInt(3) == 0 ? null
                : new Explanation.NearestRun(random.nextInt(departures), change(),
                        RandomDocuments.of(random.nextLong()));
    }

    private Change change() {
        return random.nextBoolean() ? new Change.Shift(random.nextInt())
                : new Change.Pick(count(), RandomDocuments.of(random.nextInt()).subject().name());
    }

    private int count() {
        return random.nextInt(4) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(9);
    }
}
