package dev.countermand.cli.text;

import dev.countermand.cli.compare.Comparison;
import dev.countermand.cli.compare.FirstDifference;
import dev.countermand.cli.compare.LevelRun;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.VersionDifference;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.text.FailureReport;
import dev.countermand.scenario.run.EventLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparison of a scenario's levels for people. */
public final class ComparisonText {
    private static final String NOTHING = "nothing further";

    private ComparisonText() {}

    /**
     * The report, each line ended and none wider than a terminal.
     *
     * @param name the scenario's own name
     * @param refused the levels that the scenario cannot run on
     * @param needed the level that it needs
     */
    public static String of(
            String name, Comparison comparison, List<PythonVersion> refused, String needed) {
        StringBuilder out = new StringBuilder();
        Columns.wrap(out, "", "", name);
        List<String> names = new ArrayList<>();
        comparison.groups().forEach(group -> names.add(labels(group.levels())));
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < names.size(); i++) {
            String label = names.get(i);
            Columns.wrap(out, "  " + label + " ".repeat(width - label.length()) + "  ",
                    " ".repeat(width + 4), summary(comparison.groups().get(i).run()));
        }
        if (!refused.isEmpty()) {
            String label = labels(refused);
            int gap = Math.max(0, width - label.length()) + 2;
            out.append("  ").append(label).append(" ".repeat(gap))
                    .append("needs ").append(needed).append('\n');
        }
        for (Comparison.Group group : comparison.groups()) {
            if (group.difference() != null) {
                append(out, group.levels(), group.difference());
            }
        }
        if (comparison.isEqual()) {
            out.append("no difference\n");
        }
        return out.toString();
    }

    private static String summary(LevelRun run) {
        StringBuilder words = new StringBuilder(Columns.count(run.events().size(), "event"));
        words.append(run.violations().isEmpty() ? ", no violation" : "");
        run.violations().forEach(violation ->
                words.append(", ").append(FailureReport.headline(violation)));
        return words.toString();
    }

    private static void append(
            StringBuilder out, List<PythonVersion> levels, FirstDifference difference) {
        TraceEvent.Logged reference = difference.reference();
        TraceEvent.Logged here = difference.here();
        String where = reference == null && here == null
                ? "the verdict, after " + Columns.count(difference.index(), "equal event")
                : "event " + difference.index() + place(reference, here);
        out.append('\n');
        String differ = levels.size() == 1 ? " differs from " : " differ from ";
        Columns.wrap(out, "", "  ",
                labels(levels) + differ + Comparison.REFERENCE.label() + " first at " + where);
        if (reference != null || here != null) {
            event(out, Comparison.REFERENCE, reference);
            event(out, levels.get(0), here);
        }
        for (VersionDifference cause : difference.causes()) {
            String lead = cause == difference.causes().get(0) ? "  because of " : "  and of ";
            Columns.wrap(out, lead, "  ", cause.label() + " (" + cause.since().label() + ")");
            Columns.wrap(out, "    ", "      ", plain(cause.what()));
            Columns.wrap(out, "      before      ", " ".repeat(18), plain(cause.before()));
            Columns.wrap(out, "      since " + cause.since().label() + "  ", " ".repeat(18),
                    plain(cause.after()));
        }
    }

    private static String place(
            TraceEvent.@Nullable Logged reference, TraceEvent.@Nullable Logged here) {
        TraceEvent.Logged earlier = reference == null || here != null
                && here.stamp().nanos() < reference.stamp().nanos() ? here : reference;
        String in = earlier == null || earlier.in() == null ? "" : ", in " + earlier.in();
        long nanos = earlier == null ? 0 : earlier.stamp().nanos();
        return ", " + Columns.seconds(nanos) + " s" + in;
    }

    private static void event(
            StringBuilder out, PythonVersion level, TraceEvent.@Nullable Logged event) {
        String label = "  " + level.label() + "  ";
        Columns.wrap(out, label, " ".repeat(label.length()),
                event == null ? NOTHING : UserError.oneLine(EventLine.of(event)));
    }

    private static String labels(List<PythonVersion> levels) {
        List<String> labels = new ArrayList<>();
        levels.forEach(level -> labels.add(level.label()));
        return String.join(", ", labels);
    }

    /** A terminal shows no Markdown. */
    private static String plain(String markdown) {
        return markdown.replace("`", "");
    }
}
