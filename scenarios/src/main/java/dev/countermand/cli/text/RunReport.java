package dev.countermand.cli.text;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import dev.countermand.scenario.value.PythonJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run for people: what it was, what the program said, the verdict, and why if it failed. */
public final class RunReport {
    private static final String OUTSIDE = "-";

    private RunReport() {}

    /** The report, each line ended. */
    public static String of(TraceDocument run) {
        StringBuilder out = new StringBuilder();
        append(out, run.subject().name());
        append(out, "schedule: " + schedule(run.origin()));
        out.append('\n');
        appendEvents(out, run.events());
        out.append('\n');
        TraceDocument.RunVerdict verdict = run.verdict();
        append(out, Columns.count(verdict.steps(), "step") + ", "
                + Columns.seconds(verdict.nanos()) + " s of virtual time, "
                + Columns.count(run.choices().size(), "choice"));
        if (verdict.violations().isEmpty()) {
            append(out, "no violation");
        } else {
            out.append('\n').append(FailureReport.render(run, FailureContext.NONE));
        }
        return out.toString();
    }

    private static String schedule(TraceDocument.Origin origin) {
        String who = switch (origin.strategy()) {
            case "fifo" -> "asyncio's own order";
            case "schedule" -> "as given";
            default -> origin.strategy() + ", seed " + origin.seed();
        };
        return who + "; orders " + origin.orders() + "; Python " + origin.python();
    }

    private static void appendEvents(StringBuilder out, List<TraceEvent> events) {
        List<TraceEvent.Logged> said = new ArrayList<>();
        int at = 0;
        int in = OUTSIDE.length();
        for (TraceEvent event : events) {
            if (event instanceof TraceEvent.Logged logged) {
                said.add(logged);
                at = Math.max(at, Columns.seconds(logged.stamp().nanos()).length());
                in = Math.max(in, label(logged.in()).length());
            }
        }
        for (TraceEvent.Logged logged : said) {
            String time = Columns.seconds(logged.stamp().nanos());
            String label = label(logged.in());
            append(out, " ".repeat(at - time.length()) + time + " s  "
                    + label + " ".repeat(in - label.length()) + "  " + words(logged));
        }
    }

    private static String label(@Nullable String in) {
        return in == null ? OUTSIDE : in;
    }

    private static String words(TraceEvent.Logged logged) {
        StringBuilder words = new StringBuilder(logged.event());
        for (Map.Entry<String, @Nullable Object> field : logged.fields().entrySet()) {
            words.append(' ').append(field.getKey()).append('=')
                    .append(PythonJson.write(field.getValue()));
        }
        return words.toString();
    }

    private static void append(StringBuilder out, String line) {
        out.append(Columns.fit(UserError.oneLine(line))).append('\n');
    }
}
