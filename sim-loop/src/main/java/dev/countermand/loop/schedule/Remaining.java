package dev.countermand.loop.schedule;

import java.util.List;

/** The alternatives of a pick from what remains of a list. */
final class Remaining implements Alternatives {
    private final Object label;
    private final List<?> items;

    Remaining(Object label, List<?> items) {
        this.label = label;
        this.items = items;
    }

    @Override
    public String label() {
        return label.toString();
    }

    @Override
    public String describe(int picked) {
        return items.get(picked) instanceof Actor actor
                ? actor.actorName()
                : Integer.toString(picked);
    }

    @Override
    public Object subject(int picked) {
        return items.get(picked);
    }

    @Override
    public long actor(int picked) {
        return items.get(picked) instanceof Actor actor ? actor.actorId() : 0;
    }
}
