package dev.countermand.report.export;

import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as a test suite of one test, in the XML that CI servers read of JUnit. */
public final class JunitXml {
    private JunitXml() {}

    /**
     * The suite of a run whose trace is kept nowhere.
     *
     * @return XML 1.0 in ASCII
     */
    public static String of(TraceDocument document) {
        return of(document, null);
    }

    /**
     * The suite of a run.
     *
     * @param trace where the trace is, null if that is not known
     * @return XML 1.0 in ASCII
     */
    public static String of(TraceDocument document, @Nullable String trace) {
        List<Violation> violations = document.verdict().violations();
        String name = AsciiText.escape(document.subject().name());
        int failures = violations.isEmpty() ? 0 : 1;
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuite name=\"").append(escape(name)).append("\" tests=\"1\" failures=\"")
                .append(failures).append("\" errors=\"0\" skipped=\"0\" time=\"0\">\n");
        out.append("  <properties>\n");
        property(out, "countermand.seed", Long.toString(document.origin().seed()));
        property(out, "countermand.schedule", ScheduleToken.of(document.choices()));
        if (trace != null) {
            property(out, "countermand.trace", trace);
        }
        property(out, "countermand.strategy", document.origin().strategy());
        property(out, "countermand.python", document.origin().python());
        property(out, "countermand.orders", document.origin().orders());
        out.append("  </properties>\n");
        out.append("  <testcase classname=\"countermand\" name=\"").append(escape(name))
                .append("\" time=\"0\"");
        if (violations.isEmpty()) {
            out.append("/>\n");
        } else {
            Violation first = violations.get(0);
            out.append(">\n    <failure type=\"").append(first.kind().label())
                    .append("\" message=\"").append(escape(FailureReport.headline(first)))
                    .append("\">")
                    .append(escape(FailureReport.render(document, FailureContext.NONE)))
                    .append("</failure>\n  </testcase>\n");
        }
        return out.append("</testsuite>\n").toString();
    }

    private static void property(StringBuilder out, String name, String value) {
        out.append("    <property name=\"").append(name).append("\" value=\"")
                .append(escape(AsciiText.escape(value))).append("\"/>\n");
    }

    /** The text is printable ASCII and line feeds, so nothing else is special. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
