package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Stamp;
import dev.countermand.loop.trace.Violation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Random documents: any shape that a run could record, and many that none would, with names that
 * are as hostile as names can be.
 */
public final class RandomDocuments {
    private static final List<String> NAMES = List.of(
            "main", "main", "worker", "worker", "worker#2", "b", "", " ", "a, b", "timer",
            "callback",
            "line\nbreak", "\u001b[31mred", "\u202Eright-to-left", "caf\u00e9", "\uD83D\uDE00",
            "\uD800", "quote\"backslash\\", "\u0000\u007f\u0085\u2028", "x".repeat(300), "> !",
            "${env}", "done callback of task b", "%s%n", "\ttab", "<script>", "task b");
    private static final String[] HASHES = {"0".repeat(64), "0123456789abcdef".repeat(4)};
    private static final int DEPTH = 3;

    private final Random random;
    private long step;
    private long nanos;

    private RandomDocuments(long seed) {
        random = new Random(seed);
    }

    /** Documents by seed: shrinking the seed would not make them smaller, so nothing is shrunk. */
    public static Arbitrary<TraceDocument> any() {
        return Arbitraries.longs().withoutEdgeCases().map(seed -> of(seed));
    }

    /** The document of a seed. */
    public static TraceDocument of(long seed) {
        return new RandomDocuments(seed).document();
    }

    private TraceDocument document() {
        TraceDocument.Subject subject = new TraceDocument.Subject(
                name(), orNull(name()), orNull(HASHES[random.nextInt(2)]));
        TraceDocument.Origin origin = new TraceDocument.Origin(
                random.nextLong(), name(), one(OrderMode.values()).label(), "3.14", count(20_000));
        List<Choice> choices = new ArrayList<>();
        step = 0;
        for (int left = count(12); left > 0; left--) {
            step += random.nextInt(3);
            int bound = random.nextInt(50) == 0 ? Integer.MAX_VALUE : 2 + random.nextInt(4);
            int picked = random.nextInt(2) == 0 ? 0 : random.nextInt(bound);
            choices.add(new Choice(step, one(ChoiceKind.values()), name(),
                    new Choice.Answer(picked, bound, name(), 1)));
        }
        step = 0;
        List<TraceEvent> events = new ArrayList<>();
        for (int left = count(random.nextInt(20) == 0 ? 800 : 60); left > 0; left--) {
            step += random.nextInt(2);
            nanos += random.nextInt(3) == 0 ? random.nextInt(2_000_000_000) : 0;
            events.add(event());
        }
        List<Violation> violations = new ArrayList<>();
        for (int left = count(4); left > 0; left--) {
            violations.add(violation());
        }
        return new TraceDocument(subject, origin, choices, events,
                new TraceDocument.RunVerdict(violations, step, nanos));
    }

    private Violation violation() {
        List<Violation.Waiting> waiting = new ArrayList<>();
        for (int left = count(4); left > 0; left--) {
            waiting.add(new Violation.Waiting(name(), name(), orNull(name())));
        }
        return new Violation(one(Violation.Kind.values()), name(), count((int) step + 1), nanos,
                waiting);
    }

    private TraceEvent event() {
        Stamp stamp = new Stamp(step, nanos);
        return switch (random.nextInt(8)) {
            case 0 -> new TraceEvent.Scheduled(stamp, name(), orNull(name()),
                    orNull(random.nextLong()));
            case 1 -> new TraceEvent.Ran(stamp, name());
            case 2 -> new TraceEvent.Awaited(stamp, name(), name(), orNull(name()));
            case 3 -> new TraceEvent.Woken(stamp, name(), orNull(name()));
            case 4 -> new TraceEvent.Cancelled(stamp, name(), orNull(name()), orNull(name()),
                    names());
            case 5 -> new TraceEvent.Advanced(stamp, count(5));
            case 6 -> new TraceEvent.Ended(stamp, name(), one(TraceEvent.Outcome.values()));
            default -> new TraceEvent.Logged(stamp, orNull(name()), eventName(), map(DEPTH));
        };
    }

    private String eventName() {
        return random.nextInt(4) == 0 ? name()
                : one(new String[] {"log", "start", "end", "violation", "handler", "run"});
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> BigInteger.TWO.pow(64).add(BigInteger.valueOf(random.nextLong()));
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> one(new Double[] {0.0, -0.0, 0.1, 1e16, 1e-5, Double.NaN,
                Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 2.5});
            case 6 -> (long) random.nextInt(10);
            case 7 -> name();
            case 8 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int left = count(4); left > 0; left--) {
                    list.add(value(depth - 1));
                }
                yield list;
            }
            default -> map(depth - 1);
        };
    }

    private Map<String, @Nullable Object> map(int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int left = count(4); left > 0; left--) {
            String key = one(new String[] {"text", "value", "message", "outcome", "error", "$float",
                "$$x", "$"});
            String any = name().replace("\uD800", "?");
            map.put(random.nextInt(3) == 0 ? any : key, value(depth));
        }
        return map;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int left = count(4); left > 0; left--) {
            names.add(random.nextBoolean() ? name()
                    : one(new String[] {"explorer", "SIGINT", "timeout", "gather", "task group"}));
        }
        return names;
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private int count(int below) {
        return random.nextInt(below);
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T orNull(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }
}
