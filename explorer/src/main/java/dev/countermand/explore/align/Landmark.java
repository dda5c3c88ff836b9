package dev.countermand.explore.align;

import dev.countermand.explore.Program;
import dev.countermand.explore.Schedule;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.Offers;
import dev.countermand.loop.schedule.Scheduler;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a departure stands, told so that it can be found again in a run whose choices have other
 * numbers: it is the n-th time that this very pick is offered.
 *
 * @param departure the departure, with its number in the run that was looked at
 * @param kind the kind of its choice
 * @param places its keys and ordinals, one of each detail
 */
public record Landmark(
        Schedule.Departure departure, ChoiceKind kind, Map<Detail, Place> places) {

    /** How closely a pick must be described for it to count as the same. */
    public enum Detail {
        /** The task and the await at which it is suspended. */
        TASK_AND_AWAIT,
        /** The task, wherever it is. */
        TASK;

        private static final String AWAIT = " at ";

        String key(ChoiceKind kind, Alternatives about, int pick) {
            String words = about.describe(pick);
            int end = this == TASK ? words.indexOf(AWAIT) : -1;
            return Offers.key(kind, about.label(), end < 0 ? words : words.substring(0, end));
        }
    }

    /**
     * The n-th time that a pick of this key is offered, among choices of one kind.
     *
     * @param ordinal n, from 1
     */
    public record Place(String key, int ordinal) {}

    /** Whether the departure injects a fault. */
    public boolean isFault() {
        return kind.stream() == ChoiceKind.Stream.FAULT;
    }

    /**
     * The landmark of the same task's chance before or after this one, wherever the task is then.
     * It can be found by {@link Detail#TASK} only.
     *
     * @param away how many chances later; negative for earlier
     * @return a landmark that is never met if there is no such chance
     */
    public Landmark shifted(int away) {
        Place place = places.get(Detail.TASK);
        return new Landmark(departure, kind,
                Map.of(Detail.TASK, new Place(place.key(), place.ordinal() + away)));
    }

    /** The landmarks of a schedule's departures, found by running it once more. */
    public static List<Landmark> of(Program program, Schedule schedule) {
        Surveyor surveyor = new Surveyor(schedule.scheduler());
        program.run(surveyor);
        return surveyor.found;
    }

    /** Counts every offer, as it cannot know which a later departure will pick. */
    private static final class Surveyor implements Scheduler {
        private final Scheduler inner;
        private final List<Landmark> found = new ArrayList<>();
        private final Map<Detail, Map<String, Integer>> offers = new EnumMap<>(Detail.class);
        private int index;

        Surveyor(Scheduler inner) {
            this.inner = inner;
            for (Detail detail : Detail.values()) {
                offers.put(detail, new LinkedHashMap<>());
            }
        }

        @Override
        public int choose(ChoiceKind kind, Alternatives about, int bound) {
            int pick = inner.choose(kind, about, bound);
            Map<Detail, Place> places = new EnumMap<>(Detail.class);
            offers.forEach((detail, counts) -> {
                for (int i = 0; i < bound; i++) {
                    String key = detail.key(kind, about, i);
                    int count = counts.merge(key, 1, Integer::sum);
                    if (i == pick) {
                        places.put(detail, new Place(key, count));
                    }
                }
            });
            if (pick != 0) {
                found.add(new Landmark(new Schedule.Departure(index, pick), kind, places));
            }
            index++;
            return pick;
        }
    }
}
