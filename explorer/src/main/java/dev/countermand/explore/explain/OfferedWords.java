package dev.countermand.explore.explain;

import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a schedule's departures could have picked instead. */
final class OfferedWords implements Scheduler {
    /** More are not tried one by one, and nobody would read them. */
    static final int MOST = 6;

    private final Scheduler inner;
    private final List<List<String>> words = new ArrayList<>();

    OfferedWords(Schedule schedule) {
        this.inner = schedule.scheduler();
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        int pick = inner.choose(kind, about, bound);
        if (pick != 0) {
            List<String> offered = new ArrayList<>();
            for (int i = 0; i < Math.min(bound, Math.max(MOST, pick + 1)); i++) {
                offered.add(about.describe(i));
            }
            words.add(offered);
        }
        return pick;
    }

    /** For each departure, in order, the words of its alternatives: of the first ones. */
    List<List<String>> words() {
        return words;
    }
}
