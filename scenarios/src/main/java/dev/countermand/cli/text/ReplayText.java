package dev.countermand.cli.text;

import dev.countermand.cli.explore.Replay;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.report.TraceDocument;

/** The result of a replay for people. */
public record ReplayText(ExitCode code, String text) {
    /** Compares and words. */
    public static ReplayText of(TraceDocument recorded, Replay replay) {
        if (replay instanceof Replay.Ended ended
                && ended.events().equals(recorded.events())
                && ended.result().violations().equals(recorded.verdict().violations())
                && ended.used() == recorded.choices().size()) {
            boolean clean = ended.result().isClean();
            return new ReplayText(clean ? ExitCode.CLEAN : ExitCode.VIOLATION,
                    "same run: " + Columns.count(ended.events().size(), "event") + ", "
                            + Columns.count(ended.used(), "choice") + "; "
                            + (clean ? "no violation" : "violation reproduced") + "\n");
        }
        return new ReplayText(ExitCode.DIVERGED, "another run\n");
    }
}
