package dev.countermand.fence;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.ReplayComparison.Different;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A difference of two runs in one line, in words of what happened. */
final class DivergenceWords {
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_TEXT = 40;
    private static final int MOST_IN_A_ROW = 4;

    private DivergenceWords() {}

    /** Such as {@code at step 7 the first run ran [a, b], the second [b, a]}. */
    static String of(Different at, TraceDocument first, TraceDocument second) {
        return switch (at.part()) {
            case EVENT -> event(at, first, second);
            case VIOLATION -> "the first run ended with " + ending(at, first)
                    + ", the second with " + ending(at, second);
            case END -> "the first run took " + text(at.recorded())
                    + ", the second " + text(at.happened());
            case CHOICE -> step(at) + "the first run had the choice " + choice(at, first)
                    + ", the second " + choice(at, second);
        };
    }

    private static String step(Different at) {
        return "at step " + at.step() + " ";
    }

    private static String event(Different at, TraceDocument first, TraceDocument second) {
        @Nullable TraceEvent one = eventAt(at, first);
        @Nullable TraceEvent other = eventAt(at, second);
        if (one instanceof TraceEvent.Ran && other instanceof TraceEvent.Ran) {
            int length = lengthOfDifference(at, first, second);
            return step(at) + "the first run ran " + ran(at, first, length)
                    + ", the second " + ran(at, second, length);
        }
        if (one instanceof TraceEvent.Scheduled timer && timer.dueNanos() != null
                && other instanceof TraceEvent.Scheduled again && again.dueNanos() != null) {
            return step(at) + "a timer was due at " + seconds(timer.dueNanos()) + ", then at "
                    + seconds(again.dueNanos());
        }
        return step(at) + "the first run had " + words(one) + ", the second " + words(other);
    }

    private static @Nullable TraceEvent eventAt(Different at, TraceDocument run) {
        return at.position() < run.events().size() ? run.events().get(at.position()) : null;
    }

    /** Until when the same tasks have run in both, in whatever order; 1 if that never comes. */
    private static int lengthOfDifference(
            Different at, TraceDocument first, TraceDocument second) {
        List<String> one = ranFrom(at, first);
        List<String> other = ranFrom(at, second);
        for (int length = 2; length <= Math.min(one.size(), other.size()); length++) {
            if (one.subList(0, length).stream().sorted().toList()
                    .equals(other.subList(0, length).stream().sorted().toList())) {
                return length;
            }
        }
        return 1;
    }

    private static List<String> ranFrom(Different at, TraceDocument run) {
        List<String> ran = new ArrayList<>();
        for (int i = at.position(); i < run.events().size() && ran.size() < MOST_IN_A_ROW; i++) {
            if (run.events().get(i) instanceof TraceEvent.Ran step) {
                ran.add(step.what());
            }
        }
        return ran;
    }

    private static String ran(Different at, TraceDocument run, int length) {
        List<String> ran = ranFrom(at, run).subList(0, length);
        String names = ran.stream().map(DivergenceWords::name).collect(Collectors.joining(", "));
        return length == 1 ? names : "[" + names + "]";
    }

    private static String words(@Nullable TraceEvent event) {
        if (event == null) {
            return "ended";
        } else if (event instanceof TraceEvent.Scheduled scheduled) {
            return scheduled.dueNanos() == null
                    ? name(scheduled.what()) + " made ready"
                    : "a timer due at " + seconds(scheduled.dueNanos());
        } else if (event instanceof TraceEvent.Ran ran) {
            return name(ran.what()) + " run";
        } else if (event instanceof TraceEvent.Awaited awaited) {
            return name(awaited.task()) + " waiting" + (awaited.where() == null
                    ? " for " + text(awaited.on())
                    : " at " + text(awaited.where()));
        } else if (event instanceof TraceEvent.Woken woken) {
            return name(woken.task()) + " woken";
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            return name(cancelled.task()) + " cancelled";
        } else if (event instanceof TraceEvent.Advanced advanced) {
            return "the time " + seconds(advanced.stamp().nanos());
        } else if (event instanceof TraceEvent.Ended ended) {
            return name(ended.task()) + " end (" + ended.outcome().label() + ")";
        }
        return logged((TraceEvent.Logged) event);
    }

    private static String logged(TraceEvent.Logged logged) {
        return "the event " + text(logged.event() + " " + logged.fields());
    }

    private static String ending(Different at, TraceDocument run) {
        List<Violation> violations = run.verdict().violations();
        return at.position() < violations.size()
                ? "\"" + text(violations.get(at.position()).message()) + "\""
                : "no further failure";
    }

    private static String choice(Different at, TraceDocument run) {
        return at.position() < run.choices().size()
                ? text(run.choices().get(at.position()).kind().label() + " "
                        + run.choices().get(at.position()).label())
                : "no further one";
    }

    private static String seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return (seconds.scale() < 3 ? seconds.setScale(3) : seconds).toPlainString() + "s";
    }

    private static String name(String name) {
        return AsciiText.cut(name, LONGEST_NAME);
    }

    private static String text(@Nullable String text) {
        return text == null ? "nothing" : AsciiText.cut(text, LONGEST_TEXT);
    }
}
