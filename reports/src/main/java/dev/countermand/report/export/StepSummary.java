package dev.countermand.report.export;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import java.util.List;

/** A run in Markdown, for the summary of a job: GitHub's {@code GITHUB_STEP_SUMMARY}. */
public final class StepSummary {
    private static final String SPECIAL = "\\`*_{}[]()#+-.!|<>&~$";

    private StepSummary() {}

    /**
     * The summary of a run.
     *
     * @return Markdown in ASCII
     */
    public static String of(TraceDocument document) {
        List<Violation> violations = document.verdict().violations();
        StringBuilder out = new StringBuilder("### ")
                .append(escape(AsciiText.cut(document.subject().name(), 100))).append("\n\n");
        out.append(violations.isEmpty()
                ? "No violation." : escape(FailureReport.headline(violations.get(0))));
        out.append("\n\n| seed | schedule | strategy | steps | violations |\n"
                + "| --- | --- | --- | --- | --- |\n| ")
                .append(document.origin().seed()).append(" | ")
                .append(ScheduleToken.of(document.choices())).append(" | ")
                .append(escape(AsciiText.cut(document.origin().strategy(), 40))).append(" | ")
                .append(document.verdict().steps()).append(" | ")
                .append(violations.size()).append(" |\n\n");
        String report = FailureReport.render(document, FailureContext.NONE);
        String fence = fence(report);
        return out.append("<details><summary>The interleaving</summary>\n\n").append(fence)
                .append("text\n").append(report).append(fence).append("\n\n</details>\n")
                .toString();
    }

    /** More backquotes than stand together anywhere in the text. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static String escape(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append("&#").append((int) c).append(';');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
