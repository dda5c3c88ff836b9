package dev.countermand.report.text;

import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import java.util.List;

/**
 * One choice of a run in words, whether it departs from asyncio's or not; printable ASCII.
 *
 * @param place where it was made, such as {@code in step 2}
 * @param words what was done
 */
public record ChoiceNote(String place, String words) {
    /**
     * That of a choice of a run.
     *
     * @param index its position among the choices of the run
     * @throws IndexOutOfBoundsException if there is none
     */
    public static ChoiceNote of(TraceDocument run, int index) {
        Choice choice = run.choices().get(index);
        String words = choice.departs()
                ? DepartureWords.of(choice)
                : DepartureWords.alternative(choice.kind(), choice.picked(), choice.pick())
                        + usual(choice.kind());
        return new ChoiceNote(place(run.events(), choice), words);
    }

    /** Asyncio knows no order of threads, and chooses no values. */
    private static String usual(ChoiceKind kind) {
        return kind == ChoiceKind.CHOOSE || kind == ChoiceKind.THREAD
                ? ", as in the first run"
                : ", as asyncio does";
    }

    /** Between which steps, or in which one, a choice was made. */
    static String place(List<TraceEvent> events, Choice choice) {
        if (DepartureWords.isMadeByAStep(choice.kind())) {
            return "in step " + choice.step();
        }
        String next = nextActor(events, choice.step());
        return "after step " + choice.step()
                + (next.isEmpty() ? "" : ", before the step of " + EventWords.name(next));
    }

    /** Whose step comes after a choice: a task or a callback, empty if none does. */
    private static String nextActor(List<TraceEvent> events, long step) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).stamp().step() > step) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        for (TraceEvent event : events.subList(low, events.size())) {
            if (event instanceof TraceEvent.Ran ran) {
                return ran.what();
            }
        }
        return "";
    }
}
