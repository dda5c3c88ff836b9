package dev.countermand.explore.kit;

import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.Standing;
import java.util.List;

/**
 * The alternatives of one choice: who they are, and how far they have come.
 *
 * @param actors one for each alternative; 0 for none
 * @param standings one for each alternative
 */
public record Moment(List<Long> actors, List<Standing> standings) implements Alternatives {
    /** A choice between tasks. */
    public static Moment ofTasks(List<Long> actors) {
        return new Moment(actors, actors.stream().map(actor -> Standing.UNKNOWN).toList());
    }

    /** Whether task 1 is cancelled, which has come so far. */
    public static Moment ofCancel(Standing standing) {
        return new Moment(List.of(0L, 1L), List.of(Standing.UNKNOWN, standing));
    }

    /** How many alternatives there are. */
    public int bound() {
        return actors.size();
    }

    @Override
    public String label() {
        return "tasks";
    }

    @Override
    public String describe(int picked) {
        return "task " + actors.get(picked);
    }

    @Override
    public long actor(int picked) {
        return actors.get(picked);
    }

    @Override
    public Standing standing(int picked) {
        return standings.get(picked);
    }
}
