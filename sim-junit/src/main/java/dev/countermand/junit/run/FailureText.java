package dev.countermand.junit.run;

import dev.countermand.page.TracePage;
import dev.countermand.report.ReplayComparison;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceWriter;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what failed, and writes its files. */
final class FailureText {
    private final TestName name;
    private final Options.Places places;
    private final Suspects suspects;

    FailureText(TestName name, Options.Places places, Suspects suspects) {
        this.name = name;
        this.places = places;
        this.suspects = suspects;
    }

    /** A run that failed. */
    TestFailed of(Finding finding) {
        String schedule = finding.schedule().toString();
        List<Path> files = new ArrayList<>();
        Path trace = places.traces().resolve(name.file() + ".json");
        Path page = places.traces().resolve(name.file() + ".html");
        String after = "";
        try {
            TraceWriter.write(trace, finding.file());
            files.add(trace);
            TracePage.write(page, finding.file());
            files.add(page);
            after = "\n  report     " + shown(page);
        } catch (TraceException e) {
            // What was found is worth more than its trace: the schedule alone repeats it.
            after = "\n  (" + e.getMessage() + ")";
        }
        String message = FailureReport.render(finding.run(), new FailureContext(
                "@Interleave(schedule = \"" + schedule + "\")",
                finding.found(), finding.insight(),
                Rerun.command(name, schedule),
                files.isEmpty() ? null : shown(trace)));
        return new TestFailed(message.stripTrailing() + after + "\n", schedule,
                new TestFailed.Raised(finding.error(), finding.place(name.sourceFile())),
                finding.run(), files);
    }

    /** The same schedule gave two runs. */
    TestFailed notDeterministic(
            SelfCheck.Difference difference, @Nullable Throwable error, Runnable again) {
        Suspects.Named named = named(difference, again);
        List<String> lines = new ArrayList<>();
        lines.add("not deterministic: " + named.words() + "   ("
                + (named.lines().isEmpty() ? "a HashMap? wall time? a thread? a static field?"
                        : named.lines().get(0)) + ")");
        lines.add("");
        lines.add("  " + name.shown());
        lines.add("  schedule   " + difference.schedule() + ", run twice, gave two runs; a failure"
                + " could not be replayed");
        for (String suspect : named.lines()) {
            lines.add("  suspect    " + suspect);
        }
        lines.add("  remedy     take time, chance and threads from Sim, and make state anew in each"
                + " run;");
        lines.add("             see docs/determinism.md");
        return new TestFailed(String.join("\n", lines) + "\n",
                difference.schedule().toString(), TestFailed.Raised.by(error), null, List.of());
    }

    private Suspects.Named named(SelfCheck.Difference difference, Runnable again) {
        TraceDocument first = difference.first();
        TraceDocument second = difference.second();
        if (first == null || second == null) {
            return new Suspects.Named(String.valueOf(difference.words()), List.of());
        }
        return suspects.of(first, second, again).orElseGet(() -> new Suspects.Named(
                ReplayComparison.of(first, second).text(), List.of()));
    }

    /** A replay that is another run than the recorded one. */
    TestFailed diverged(String schedule, String how) {
        return new TestFailed("replay diverged " + how
                + "   (the test changed since it was recorded)\n\n  " + name.shown()
                + "\n  schedule   " + schedule
                + "\n  remedy     take the attribute or the property out to search again\n",
                schedule, TestFailed.Raised.by(null), null, List.of());
    }

    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = file.toAbsolutePath();
        return (whole.startsWith(here) ? here.relativize(whole) : whole)
                .toString().replace('\\', '/');
    }
}
