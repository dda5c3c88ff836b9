package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.report.Explanation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One choice that departs from asyncio's, in words. All of them are printable ASCII.
 *
 * @param choice its position among the choices of the run
 * @param place where it was made, such as {@code in step 2}
 * @param words what was done, and what asyncio does
 * @param trials what comes of changing it, in order; empty if that was not tried
 */
public record DepartureNote(int choice, String place, String words, List<Trial> trials) {
    /** Copies the list. */
    public DepartureNote {
        trials = List.copyOf(trials);
    }

    /**
     * A change, and what came of it.
     *
     * @param change what was changed, such as {@code no cancel}
     * @param verdict what came of it
     */
    public record Trial(String change, Explanation.Verdict verdict) {}

    /**
     * Those of a run, in order.
     *
     * @param explanation what is known of the run, null if nothing is
     */
    public static List<DepartureNote> of(
            TraceDocument run, @Nullable Explanation explanation) {
        List<DepartureNote> notes = new ArrayList<>();
        for (int i = 0; i < run.choices().size(); i++) {
            Choice choice = run.choices().get(i);
            if (choice.departs()) {
                boolean known = explanation != null
                        && notes.size() < explanation.departures().size();
                notes.add(new DepartureNote(i, ChoiceNote.place(run.events(), choice),
                        DepartureWords.of(choice),
                        known
                                ? trials(choice, explanation.departures().get(notes.size()))
                                : List.of()));
            }
        }
        return notes;
    }

    /** Which departures are needed, and whether anything else matters; may be empty. */
    public static String summary(Explanation explanation) {
        return ExplanationWords.summary(explanation);
    }

    /**
     * What was changed in the nearest run that passes, in a few words.
     *
     * @param failing the run that was explained
     */
    public static String change(TraceDocument failing, Explanation.NearestRun nearest) {
        Choice departure = failing.choices().stream().filter(Choice::departs)
                .skip(nearest.departure()).findFirst().orElseThrow();
        return ExplanationWords.change(departure, nearest.change());
    }

    /** What comes of all its changes, in sentences. */
    String trialWords() {
        List<String> sentences = new ArrayList<>();
        for (Trial trial : trials) {
            sentences.add(trial.change() + ": " + trial.verdict().words() + ".");
        }
        return String.join(" ", sentences);
    }

    private static List<Trial> trials(Choice choice, Explanation.Departure departure) {
        List<Trial> trials = new ArrayList<>();
        for (Explanation.Trial trial : departure.trials()) {
            trials.add(new Trial(
                    ExplanationWords.change(choice, trial.change()), trial.verdict()));
        }
        return trials;
    }
}
