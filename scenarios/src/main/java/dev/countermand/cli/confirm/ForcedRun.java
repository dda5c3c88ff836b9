package dev.countermand.cli.confirm;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.report.json.JsonParser;
import dev.countermand.report.json.JsonPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What CPython did with the choices of a schedule.
 *
 * @param events the lines of the events
 * @param violations what must not happen and did, in order
 * @param choices what was asked, each as its kind, a colon and the number of answers
 */
public record ForcedRun(List<String> events, List<Violated> violations, List<String> choices) {
    /** Copies the lists. */
    public ForcedRun {
        events = List.copyOf(events);
        violations = List.copyOf(violations);
        choices = List.copyOf(choices);
    }

    /**
     * A violation as CPython's side sees it.
     *
     * @param kind the label of a violation's kind
     * @param message what happened; only a summary for some kinds
     */
    public record Violated(String kind, String message) {}

    /**
     * Reads what the interpreter prints.
     *
     * @throws UserError if it could not play the scenario
     */
    public static ForcedRun of(List<String> lines) {
        String last = lines.isEmpty() ? "{\"error\": \"it printed nothing\"}"
                : lines.get(lines.size() - 1);
        JsonPlace summary = JsonParser.parse(last.getBytes(StandardCharsets.UTF_8));
        String error = summary.textOrNull("error");
        if (error != null) {
            throw new UserError("CPython cannot play the scenario: " + error);
        }
        List<Violated> violations = new ArrayList<>();
        for (JsonPlace violation : summary.at("verdict").items()) {
            violations.add(new Violated(
                    violation.at("kind").text(), violation.at("message").text()));
        }
        return new ForcedRun(
                lines.subList(0, lines.size() - 1), violations, summary.at("choices").texts());
    }
}
