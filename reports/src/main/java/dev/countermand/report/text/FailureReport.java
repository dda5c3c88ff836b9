package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.Explanation;
import dev.countermand.report.Shrinkage;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message of a failure. Its first line stands alone, as build tools show only that: what is
 * wrong, and how to replay it. Below it: what ran, the lanes, the choices that made it fail, who
 * cancelled whom, who waits for what, and the command to see it again.
 */
public final class FailureReport {
    private static final int WIDTH = LaneOptions.DEFAULT_WIDTH;

    /** The first line stands alone in a build's summary, so it is cut late. */
    private static final int LONGEST_MESSAGE = 160;

    private static final int MOST_LINES = 6;

    /** How far the texts beside the labels are indented. */
    private static final int INDENT = 13;

    private final TraceDocument document;
    private final FailureContext context;
    private final Timeline timeline;
    private final StringBuilder out = new StringBuilder();

    private FailureReport(TraceDocument document, FailureContext context) {
        this.document = document;
        this.context = context;
        this.timeline = Timeline.of(document);
    }

    /**
     * The whole message, with lanes of at most 30 lines.
     *
     * @return lines of printable ASCII, each ended by a line feed; no wider than 100 columns but
     *     for the first, and for what the context asks to be pasted
     */
    public static String render(TraceDocument document, FailureContext context) {
        return render(document, context, LaneOptions.FOR_FAILURE);
    }

    /** The whole message, with lanes as the options say. */
    public static String render(
            TraceDocument document, FailureContext context, LaneOptions lanes) {
        return new FailureReport(document, context).write(lanes);
    }

    /**
     * What the first line says of a violation, without the replay.
     *
     * @return printable ASCII in one line of any length
     */
    public static String headline(Violation violation) {
        String message = AsciiText.escape(VirtualTime.inWords(violation.message()));
        return switch (violation.kind()) {
            case CHECK, MUST_HONOUR, EXPECT -> message;
            case PROPERTY -> "property does not hold: " + message;
            case DEADLOCK -> "deadlock: " + message;
            case LIVELOCK ->
                "livelock at " + VirtualTime.seconds(violation.nanos()) + ": " + message;
            default -> violation.kind().label() + ": " + message;
        };
    }

    private String write(LaneOptions lanes) {
        firstLine();
        otherViolations();
        line("");
        subject();
        line("");
        out.append(LaneReport.render(timeline, document, lanes));
        departures();
        nearest();
        section("cancelled", CancelChains.of(document, lastViolationStep()));
        section("waiting", waiting());
        reproduction();
        return out.toString();
    }

    private void firstLine() {
        List<Violation> violations = document.verdict().violations();
        String headline = violations.isEmpty() ? "no violation" : headline(violations.get(0));
        String replay = context.replay() == null
                ? ""
                : "   (replay: " + AsciiText.escape(context.replay()) + ")";
        line(AsciiText.cut(headline, LONGEST_MESSAGE) + replay);
    }

    private void otherViolations() {
        List<Violation> violations = document.verdict().violations();
        int shown = Math.min(violations.size(), MOST_LINES);
        for (Violation violation : violations.subList(Math.min(1, shown), shown)) {
            line(AsciiText.cut("  also: " + headline(violation), WIDTH));
        }
        if (violations.size() > shown) {
            line("  and " + (violations.size() - shown) + " more violations");
        }
    }

    private void subject() {
        TraceDocument.Subject subject = document.subject();
        TraceDocument.Origin origin = document.origin();
        String file = subject.file() == null ? "" : " (" + AsciiText.escape(subject.file()) + ")";
        int room = file.isEmpty() ? WIDTH - 2 : WIDTH / 2;
        line(AsciiText.cut("  " + AsciiText.cut(subject.name(), room) + file, WIDTH));
        long departures = document.choices().stream().filter(Choice::departs).count();
        entry("found", (context.found() == null ? "" : "in " + context.found() + ", ")
                + "seed " + origin.seed() + ", strategy " + EventWords.name(origin.strategy())
                + ", asyncio of Python " + EventWords.name(origin.python()));
        entry("shrunk", shrunk());
        entry("run", count(document.verdict().steps(), "step") + ", "
                + VirtualTime.seconds(document.verdict().nanos()) + " of virtual time, "
                + count(document.choices().size(), "choice") + ", "
                + count(departures, "departure") + " from asyncio's order");
        if (origin.orders().equals("adversarial")) {
            entry("orders", "adversarial: asyncio itself never reorders the ready queue");
        }
    }

    private @Nullable String shrunk() {
        Shrinkage shrinkage = context.insight() == null ? null : context.insight().shrinkage();
        if (shrinkage == null) {
            return null;
        }
        return count(shrinkage.before().steps(), "step") + " -> " + shrinkage.after().steps()
                + "; " + count(shrinkage.before().departures(), "departure") + " -> "
                + shrinkage.after().departures()
                + (shrinkage.replays() == 0
                        ? ""
                        : "; replayed " + shrinkage.replays() + " times, same trace");
    }

    private @Nullable Explanation explanation() {
        return context.insight() == null ? null : context.insight().explanation();
    }

    private void departures() {
        Explanation explanation = explanation();
        List<String> lines = new ArrayList<>();
        for (DepartureNote note : DepartureNote.of(document, explanation)) {
            lines.add(note.place() + ": " + note.words()
                    + (note.trials().isEmpty() ? "" : '\n' + note.trialWords()));
        }
        if (explanation != null && !lines.isEmpty()) {
            int last = Math.min(lines.size(), MOST_LINES) - 1;
            String summary = ExplanationWords.summary(explanation);
            lines.set(last, lines.get(last) + (lines.size() == 1 ? " " : "\n") + summary);
        }
        if (lines.isEmpty() && !document.verdict().violations().isEmpty()) {
            lines.add("no departure: the undisturbed run fails");
        }
        section(">", lines);
    }

    private void nearest() {
        Explanation explanation = explanation();
        if (explanation != null && explanation.nearest() != null) {
            line("");
            line("  nearest    a run that passes, beside this one from the first difference on");
            out.append(NearestRunText.render(document, explanation, NearestRunText.FEW_ROWS));
        }
    }

    private long lastViolationStep() {
        return document.verdict().violations().stream()
                .mapToLong(Violation::step).max().orElse(Long.MAX_VALUE);
    }

    private List<String> waiting() {
        List<Violation.Waiting> all = new ArrayList<>();
        document.verdict().violations().forEach(violation -> all.addAll(violation.waiting()));
        if (all.isEmpty() && !document.verdict().violations().isEmpty()) {
            all.addAll(Unfinished.after(document, lastViolationStep()));
        }
        int width = TextColumn.width(
                all.stream().map(task -> EventWords.name(task.task())).toList());
        List<String> lines = new ArrayList<>();
        for (Violation.Waiting waiting : all) {
            lines.add(TextColumn.pad(EventWords.name(waiting.task()), width) + "  "
                    + EventWords.waitsFor(waiting.on())
                    + (waiting.where() == null ? "" : "  at " + EventWords.text(waiting.where())));
        }
        return lines;
    }

    private void reproduction() {
        if (context.again() != null || context.trace() != null) {
            line("");
            pasted("again", context.again());
            pasted("trace", context.trace());
        }
    }

    private void section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        line("");
        String label = title;
        for (String line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            for (String sentence : line.split("\n")) {
                for (String part : TextColumn.wrap(sentence, WIDTH - INDENT)) {
                    line("  " + TextColumn.pad(label, INDENT - 2) + part);
                    label = "";
                }
            }
            label = title.equals(">") ? ">" : "";
        }
        if (lines.size() > MOST_LINES) {
            line(" ".repeat(INDENT) + "and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    private void entry(String label, @Nullable String text) {
        if (text != null) {
            line("  " + TextColumn.pad(label, INDENT - 2)
                    + AsciiText.cut(text, WIDTH - INDENT));
        }
    }

    private void pasted(String label, @Nullable String text) {
        if (text != null) {
            line("  " + TextColumn.pad(label, INDENT - 2) + AsciiText.escape(text));
        }
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
