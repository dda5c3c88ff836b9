package dev.countermand.report;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.json.JsonMismatch;
import dev.countermand.report.json.JsonParser;
import dev.countermand.report.json.JsonPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads traces of the format {@code countermand-trace/1}. Whatever it is given, it returns a whole
 * document or throws a {@link TraceException}; nothing in a file is ignored.
 */
public final class TraceReader {
    /** The fields of a run. */
    static final String[] RUN = {"subject", "origin", "verdict", "choices", "events"};

    private static final Pattern TRACE_FORMAT = Pattern.compile("countermand-trace/([0-9]{1,9})");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private TraceReader() {}

    /**
     * Reads the run of a file.
     *
     * @throws TraceException if the file cannot be read or is no trace
     */
    public static TraceDocument read(Path file) {
        return readFile(file).run();
    }

    /**
     * Reads all that a file holds.
     *
     * @throws TraceException if the file cannot be read or is no trace
     */
    public static TraceFile readFile(Path file) {
        String source = file.toString();
        if (Files.isDirectory(file)) {
            throw new TraceException(source, "", "expected a file, but found a directory");
        }
        try {
            return readFile(source, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new TraceException(source, "", "cannot be read: " + IoReason.of(e));
        }
    }

    /**
     * Reads the run of a document.
     *
     * @param source what messages call it, such as the file's name
     * @param document JSON in UTF-8
     * @throws TraceException if it is no trace
     */
    public static TraceDocument read(String source, byte[] document) {
        return readFile(source, document).run();
    }

    /**
     * Reads all that a document holds.
     *
     * @param source what messages call it, such as the file's name
     * @param document JSON in UTF-8
     * @throws TraceException if it is no trace
     */
    public static TraceFile readFile(String source, byte[] document) {
        InOrder<TraceEvent> events =
                new InOrder<>(EventForm::read, event -> event.stamp().step());
        try {
            return JsonParser.parse(document, "events", events, root -> file(root, events));
        } catch (JsonMismatch e) {
            throw new TraceException(source, e.place(), e.problem());
        }
    }

    private static TraceFile file(JsonPlace root, InOrder<TraceEvent> events) {
        checkFormat(root.at("format"));
        root.onlyWith("format", "subject", "origin", "verdict", "choices", "events", "shrinkage",
                "explanation");
        TraceDocument run = run(root, events);
        JsonPlace shrinkage = root.atOrNull("shrinkage");
        JsonPlace explanation = root.atOrNull("explanation");
        return new TraceFile(run,
                shrinkage == null ? null : ExplanationForm.readShrinkage(shrinkage),
                explanation == null ? null : ExplanationForm.readExplanation(explanation, run));
    }

    /** The run in the fields of an object; its other fields are not looked at. */
    static TraceDocument run(JsonPlace at) {
        return run(at, new InOrder<>(EventForm::read, event -> event.stamp().step()));
    }

    /** The same, if its events, or some of them, were read before. */
    private static TraceDocument run(JsonPlace at, InOrder<TraceEvent> events) {
        InOrder<Choice> choices = new InOrder<>(TraceReader::choice, Choice::step);
        TraceDocument.Subject subject = subject(at.at("subject"));
        TraceDocument.Origin origin = origin(at.at("origin"));
        at.at("choices").items().forEach(choices);
        at.at("events").items().forEach(events);
        return new TraceDocument(
                subject, origin, choices.items, events.items, verdict(at.at("verdict")));
    }

    private static void checkFormat(JsonPlace format) {
        String name = format.text();
        if (name.equals(TraceWriter.FORMAT)) {
            return;
        }
        String expected = '"' + TraceWriter.FORMAT + '"';
        Matcher trace = TRACE_FORMAT.matcher(name);
        boolean newer = trace.matches() && Integer.parseInt(trace.group(1)) > 1;
        throw format.wrong(newer
                ? expected + ", all that this version reads (the file is of a newer one)"
                : expected);
    }

    private static TraceDocument.Subject subject(JsonPlace at) {
        at.onlyWith("name", "file", "sha256");
        JsonPlace sha256 = at.atOrNull("sha256");
        return new TraceDocument.Subject(
                at.at("name").text(),
                at.textOrNull("file"),
                sha256 == null
                        ? null
                        : sha256.text(SHA_256, "a SHA-256 of 64 digits in lower-case hex"));
    }

    private static TraceDocument.Origin origin(JsonPlace at) {
        at.onlyWith("seed", "strategy", "orders", "python", "step-limit");
        return new TraceDocument.Origin(
                at.at("seed").integer(),
                at.at("strategy").text(),
                Words.find(at.at("orders"), OrderMode.values(), OrderMode::label).label(),
                at.at("python").text(),
                natural(at.at("step-limit")));
    }

    private static TraceDocument.RunVerdict verdict(JsonPlace at) {
        at.onlyWith("steps", "at", "violations");
        List<Violation> violations = new ArrayList<>();
        for (JsonPlace item : at.at("violations").items()) {
            violations.add(violation(item));
        }
        return new TraceDocument.RunVerdict(
                violations, natural(at.at("steps")), natural(at.at("at")));
    }

    private static Violation violation(JsonPlace at) {
        at.onlyWith("step", "at", "kind", "message", "waiting");
        List<Violation.Waiting> waiting = new ArrayList<>();
        for (JsonPlace item : at.at("waiting").items()) {
            item.onlyWith("task", "on", "where");
            waiting.add(new Violation.Waiting(
                    item.at("task").text(), item.at("on").text(), item.textOrNull("where")));
        }
        return new Violation(
                Words.find(at.at("kind"), Violation.Kind.values(), Violation.Kind::label),
                at.at("message").text(),
                natural(at.at("step")),
                natural(at.at("at")),
                waiting);
    }

    private static Choice choice(JsonPlace at) {
        at.onlyWith("step", "kind", "label", "bound", "picked", "pick", "nth");
        int bound = (int) at.at("bound").integer(2, Integer.MAX_VALUE);
        return new Choice(
                natural(at.at("step")),
                Words.find(at.at("kind"), ChoiceKind.values(), ChoiceKind::label),
                at.at("label").text(),
                new Choice.Answer(
                        (int) at.at("picked").integer(0, bound - 1),
                        bound,
                        at.at("pick").text(),
                        (int) at.at("nth").integer(1, Integer.MAX_VALUE)));
    }

    private static long natural(JsonPlace at) {
        return at.integer(0, Long.MAX_VALUE);
    }

    /** Reads the items of a list that happened one after the other: steps never go back. */
    private static final class InOrder<T> implements Consumer<JsonPlace> {
        private final Function<JsonPlace, T> read;
        private final ToLongFunction<T> step;
        private final List<T> items = new ArrayList<>();
        private long last;

        InOrder(Function<JsonPlace, T> read, ToLongFunction<T> step) {
            this.read = read;
            this.step = step;
        }

        @Override
        public void accept(JsonPlace place) {
            T item = read.apply(place);
            if (step.applyAsLong(item) < last) {
                throw place.at("step").wrong("step " + last + " or a later one, as before it");
            }
            last = step.applyAsLong(item);
            items.add(item);
        }
    }
}
