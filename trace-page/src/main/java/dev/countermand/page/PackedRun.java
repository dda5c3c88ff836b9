package dev.countermand.page;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.JsonText;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run as columns of numbers: about a fifth of the bytes that its events have as objects, and
 * parsed in a tenth of the time. Steps and times are differences to those before.
 *
 * <p>Every event has a letter for its kind and three columns, whose meaning the kind decides:
 * numbers of texts, 0 for none.
 */
final class PackedRun {
    /** No program nests so deep; a broken one must not make the page grow without end. */
    private static final int MOST_SCOPES = 200;

    private final StringTable strings;
    private final StringBuilder kinds = new StringBuilder();
    private final Column first = new Column();
    private final Column second = new Column();
    private final Column third = new Column();

    private PackedRun(StringTable strings) {
        this.strings = strings;
    }

    static String toJson(TraceDocument run, StringTable strings) {
        return new PackedRun(strings).write(run);
    }

    /** A list of numbers. */
    private static final class Column {
        private final StringBuilder text = new StringBuilder();

        void add(long number) {
            text.append(text.length() == 0 ? "" : ",").append(number);
        }

        @Override
        public String toString() {
            return "[" + text + "]";
        }
    }

    private String write(TraceDocument run) {
        int skippedEvents = Math.max(0, run.events().size() - TracePage.MOST_EVENTS);
        List<TraceEvent> events = run.events().subList(skippedEvents, run.events().size());
        int skippedChoices = 0;
        if (skippedEvents > 0) {
            long begin = events.get(0).stamp().step();
            skippedChoices = (int) run.choices().stream()
                    .takeWhile(choice -> choice.step() < begin).count();
        }
        List<Choice> choices = run.choices().subList(skippedChoices, run.choices().size());
        events.forEach(this::add);
        return "{\"steps\":" + run.verdict().steps() + ",\"at\":" + run.verdict().nanos()
                + ",\"skipped\":[" + skippedEvents + "," + skippedChoices + "]"
                + ",\n\"choices\":" + choices(choices)
                + ",\n\"events\":{\"kinds\":\"" + kinds + "\",\n\"steps\":"
                + differences(events, event -> event.stamp().step()) + ",\n\"times\":"
                + differences(events, event -> event.stamp().nanos()) + ",\n\"a\":" + first
                + ",\n\"b\":" + second + ",\n\"c\":" + third + "}}";
    }

    private String choices(List<Choice> choices) {
        Column kinds = new Column();
        Column labels = new Column();
        Column bounds = new Column();
        Column picked = new Column();
        Column picks = new Column();
        for (Choice choice : choices) {
            kinds.add(strings.number(choice.kind().label()));
            labels.add(strings.number(choice.label()));
            bounds.add(choice.bound());
            picked.add(choice.picked());
            picks.add(strings.number(choice.pick()));
        }
        return "{\"steps\":" + differences(choices, Choice::step) + ",\"kinds\":" + kinds
                + ",\"labels\":" + labels + ",\"bounds\":" + bounds + ",\"picked\":" + picked
                + ",\"picks\":" + picks + "}";
    }

    private static <T> Column differences(List<T> items, ToLongFunction<T> number) {
        Column column = new Column();
        long last = 0;
        for (T item : items) {
            column.add(number.applyAsLong(item) - last);
            last = number.applyAsLong(item);
        }
        return column;
    }

    private void add(TraceEvent event) {
        if (event instanceof TraceEvent.Scheduled scheduled) {
            add('s', scheduled.what(), scheduled.by(), scheduled.dueNanos() == null
                    ? null : scheduled.dueNanos().toString());
        } else if (event instanceof TraceEvent.Ran ran) {
            add('r', ran.what(), null, null);
        } else if (event instanceof TraceEvent.Awaited awaited) {
            add('a', awaited.task(), awaited.on(), awaited.where());
        } else if (event instanceof TraceEvent.Woken woken) {
            add('w', woken.task(), woken.by(), null);
        } else if (event instanceof TraceEvent.Cancelled cancelled) {
            add('c', strings.number(cancelled.task()), strings.number(cancelled.by()),
                    strings.whole(way(cancelled)));
        } else if (event instanceof TraceEvent.Advanced advanced) {
            add('t', null, null, String.valueOf(advanced.fromNanos()));
        } else if (event instanceof TraceEvent.Ended ended) {
            add('e', ended.task(), ended.outcome().label(), null);
        } else if (event instanceof TraceEvent.Logged logged) {
            add('l', logged.in(), logged.event(), JsonText.write(logged.fields()));
        }
    }

    /** The scopes that a cancellation came through, and behind them its message. */
    private static String way(TraceEvent.Cancelled cancelled) {
        List<String> chain = cancelled.chain().stream().limit(MOST_SCOPES)
                .map(StringTable::cut).toList();
        return JsonText.write(cancelled.message() == null
                ? List.of(chain)
                : List.of(chain, StringTable.cut(cancelled.message())));
    }

    private void add(
            char kind, @Nullable String a, @Nullable String b, @Nullable String c) {
        add(kind, strings.number(a), strings.number(b), strings.number(c));
    }

    private void add(char kind, int a, int b, int c) {
        kinds.append(kind);
        first.add(a);
        second.add(b);
        third.add(c);
    }
}
