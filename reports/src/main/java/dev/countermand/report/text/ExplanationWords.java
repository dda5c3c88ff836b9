package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.report.Explanation;
import dev.countermand.report.Explanation.Change;
import dev.countermand.report.Explanation.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What an explanation says of the departures of a run, in sentences. */
final class ExplanationWords {
    private ExplanationWords() {}

    /** A change in a few words. */
    static String change(Choice choice, Change change) {
        if (change instanceof Change.Pick pick) {
            return DepartureWords.alternative(choice.kind(), pick.pick(), pick.words());
        }
        int chances = ((Change.Shift) change).chances();
        String many = Math.abs(chances) == 1 ? "one chance" : Math.abs(chances) + " chances";
        return many + (chances < 0 ? " earlier" : " later");
    }

    /** Which departures matter, and whether anything else does. */
    static String summary(Explanation explanation) {
        int all = explanation.departures().size();
        List<String> sentences = new ArrayList<>();
        if (all > 1) {
            sentences.add(needed(explanation));
        }
        Explanation.Others others = explanation.others();
        if (others.passing() > 0 || others.untried() > 0) {
            sentences.add(others(others));
        } else if (explanation.needed() > 0) {
            sentences.add("No other choice matters.");
        }
        return String.join(" ", sentences);
    }

    private static String others(Explanation.Others others) {
        String verdict = switch (others.passing()) {
            case 0 -> "none makes it pass";
            case 1 -> "1 makes it pass too";
            default -> others.passing() + " make it pass too";
        };
        return "Of " + others.tried() + " changes of other choices " + verdict
                + switch (others.untried()) {
                    case 0 -> ".";
                    case 1 -> "; 1 was not tried.";
                    default -> "; " + others.untried() + " were not tried.";
                };
    }

    private static String needed(Explanation explanation) {
        int all = explanation.departures().size();
        long needed = explanation.needed();
        if (needed == all) {
            return all == 2 ? "Both are needed." : "All " + all + " are needed.";
        }
        if (needed == 0) {
            return "No single choice matters: taking back any one of them does not make it pass.";
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            if (explanation.departures().get(i).without() == Verdict.PASSES) {
                numbers.add(DepartureWords.nth(i + 1));
            }
        }
        return needed == 1
                ? "The one choice that matters is the " + numbers.get(0) + "."
                : "Needed are the " + String.join(", ", numbers) + ".";
    }
}
