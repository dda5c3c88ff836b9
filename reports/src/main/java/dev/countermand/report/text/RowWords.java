package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.List;

/** What a row says, on one line: what a person searches, and what two runs are aligned by. */
final class RowWords {
    private RowWords() {}

    /** Its words without the step and the time; empty for the row of a mere callback. */
    static String of(Row row) {
        List<String> parts = new ArrayList<>(row.remarks());
        row.cells().forEach((task, phrases) ->
                parts.add(EventWords.name(task) + ": " + String.join("; ", phrases)));
        return String.join(", ", parts);
    }
}
