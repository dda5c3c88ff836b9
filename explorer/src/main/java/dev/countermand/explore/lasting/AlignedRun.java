package dev.countermand.explore.lasting;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Offers;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes recorded choices again in a program that may have been edited since.
 *
 * <p>A recorded pick is made when the run offers it for the same time as then: the third chance to
 * cancel this task at this await, the first tie that this task's timer could win. Numbers of
 * choices do not count, so what was put in or taken out elsewhere does no harm. Whatever fits no
 * recorded choice is choice 0.
 *
 * <p>A task that waits at another place than then is found by its name alone if asked for: then the
 * {@code nth} chance at any place counts.
 */
public final class AlignedRun implements Scheduler {
    private final Match match;
    private final Offers offers = new Offers();
    private final Map<String, List<Choice>> departures = new LinkedHashMap<>();
    private final List<Choice> recorded;
    private final Set<String> cameUp = new LinkedHashSet<>();

    /** How a pick is recognised. */
    public enum Match {
        /** By its words whole: the name of a task and the place of its await. */
        NAME_AND_PLACE,
        /** By the name alone. */
        NAME
    }

    /** Prepares the choices of a recorded run. */
    public AlignedRun(List<Choice> recorded, Match match) {
        this.recorded = List.copyOf(recorded);
        this.match = match;
        for (Choice choice : recorded) {
            if (choice.departs()) {
                departures.computeIfAbsent(key(choice), key -> new ArrayList<>()).add(choice);
            }
        }
    }

    @Override
    public int choose(ChoiceKind kind, Alternatives about, int bound) {
        Alternatives seen = match == Match.NAME ? new NamesOf(about) : about;
        offers.count(kind, seen, bound);
        int picked = 0;
        for (int i = 0; i < bound; i++) {
            String words = seen.describe(i);
            String key = Offers.key(kind, about.label(), words);
            int nth = offers.of(kind, about.label(), words);
            cameUp.add(place(key, nth));
            if (i > 0 && picked == 0 && isRecorded(key, nth)) {
                picked = i;
            }
        }
        return picked;
    }

    private boolean isRecorded(String key, int nth) {
        return departures.getOrDefault(key, List.of()).stream()
                .anyMatch(choice -> choice.nth() == nth);
    }

    /** How many recorded choices came up again, whether or not they depart from asyncio. */
    public int aligned() {
        return (int) recorded.stream().filter(this::hasComeUp).count();
    }

    /** How many recorded choices there are. */
    public int total() {
        return recorded.size();
    }

    /** How many recorded departures did not come up, and so were not made. */
    public int lostDepartures() {
        return (int) recorded.stream()
                .filter(choice -> choice.departs() && !hasComeUp(choice)).count();
    }

    /** The first recorded choice that did not come up; null if all did. */
    public @Nullable Choice drift() {
        return recorded.stream().filter(choice -> !hasComeUp(choice)).findFirst().orElse(null);
    }

    private boolean hasComeUp(Choice choice) {
        return cameUp.contains(place(key(choice), choice.nth()));
    }

    private String key(Choice choice) {
        String words = match == Match.NAME ? NamesOf.name(choice.pick()) : choice.pick();
        return Offers.key(choice.kind(), choice.label(), words);
    }

    private static String place(String key, int nth) {
        return key + '\n' + nth;
    }
}
