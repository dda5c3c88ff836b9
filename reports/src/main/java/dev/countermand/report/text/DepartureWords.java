package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.report.json.AsciiText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what a choice that departs from asyncio did, and what asyncio would have done. */
final class DepartureWords {
    private static final int LONGEST_LABEL = 60;

    private DepartureWords() {}

    /** What was done instead of what asyncio does. */
    static String of(Choice choice) {
        PickWords pick = PickWords.of(choice.pick());
        String label = AsciiText.cut(VirtualTime.inWords(choice.label()), LONGEST_LABEL);
        String nth = nth(choice.picked() + 1) + " of " + choice.bound();
        String name = pick.name();
        return switch (choice.kind()) {
            case CANCEL, IDLE_CANCEL ->
                "cancel " + (name == null ? cancelled(choice, nth) : pick.nameAndPlace())
                        + " (asyncio: no cancel)";
            case INTERRUPT -> "SIGINT arrives (asyncio: none)";
            case READY -> ready(choice, label, nth);
            case THREAD -> "of the threads that are ready " + (name == null ? "the " + nth : name)
                    + " runs next (first run: " + AsciiText.cut(
                            choice.label().split(", ", -1)[0], LONGEST_LABEL / 2) + ")";
            case TIMER_TIE -> "of the timers " + label + ' '
                    + (name == null ? "the " + nth : "that of " + name)
                    + " fires next (asyncio: the 1st)";
            case ARRIVAL -> "of the results due together with " + label + ' '
                    + (name == null ? "the " + nth : "that of " + name)
                    + " comes next (asyncio: the 1st)";
            case CHOOSE -> "the " + nth + " values is chosen at " + label + " (first run: the 1st)";
            case CLOSE_ORDER -> "Runner.close cancels " + next(name, nth, "tasks");
            case GROUP_ORDER -> "the task group of " + label + " cancels "
                    + next(name, nth, "children");
            case WAIT_ORDER -> "wait looks at " + next(name, nth, "futures");
            case AS_COMPLETED_ORDER -> "as_completed takes " + next(name, nth, "awaitables");
            case ASYNCGEN_ORDER -> "of the async generators " + (name == null ? "the " + nth : name)
                    + " is closed next (asyncio: the 1st)";
        };
    }

    private static String next(@Nullable String name, String nth, String what) {
        return (name == null ? "the " + nth + ' ' + what : name) + " next (asyncio: the 1st)";
    }

    /**
     * An answer that a choice of some kind could have had, before a colon.
     *
     * @param picked the answer
     * @param words the answer in the choice's words
     */
    static String alternative(ChoiceKind kind, int picked, String words) {
        PickWords pick = PickWords.of(words);
        String name = pick.name() == null ? "the " + nth(picked + 1) : pick.name();
        return switch (kind) {
            case CANCEL, IDLE_CANCEL -> picked == 0 ? "no cancel" : "cancel " + name;
            case INTERRUPT -> picked == 0 ? "no SIGINT" : "SIGINT";
            case CHOOSE -> "the " + nth(picked + 1) + " value";
            default -> name + " first";
        };
    }

    /** Whether a step makes such a choice while it runs; the others are made between two steps. */
    static boolean isMadeByAStep(ChoiceKind kind) {
        return switch (kind) {
            case CANCEL, IDLE_CANCEL, INTERRUPT, TIMER_TIE, ARRIVAL, THREAD, READY, CLOSE_ORDER ->
                false;
            case CHOOSE, GROUP_ORDER, WAIT_ORDER, AS_COMPLETED_ORDER, ASYNCGEN_ORDER -> true;
        };
    }

    /** The name of the task that a cancel choice picked, if its label says so. */
    private static String cancelled(Choice choice, String nth) {
        List<String> names = List.of(choice.label().split(", ", -1));
        return names.size() == choice.bound() - 1
                ? AsciiText.cut(names.get(choice.picked() - 1), LONGEST_LABEL)
                : "the " + nth(choice.picked()) + " of " + (choice.bound() - 1) + " tasks";
    }

    private static String ready(Choice choice, String label, String nth) {
        List<String> names = List.of(choice.label().split(", ", -1));
        return names.size() == choice.bound()
                ? AsciiText.cut(names.get(choice.picked()), LONGEST_LABEL / 2) + " runs before "
                        + AsciiText.cut(names.get(0), LONGEST_LABEL / 2)
                        + " (asyncio: never, it is first in, first out)"
                : "of the ready " + label + " the " + nth + " runs next (asyncio: the 1st)";
    }

    static String nth(int number) {
        int tens = number % 100;
        if (tens >= 11 && tens <= 13) {
            return number + "th";
        }
        return number + switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
