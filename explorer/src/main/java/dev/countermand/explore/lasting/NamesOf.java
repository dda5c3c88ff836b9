package dev.countermand.explore.lasting;

import dev.countermand.loop.schedule.Alternatives;

/** Alternatives of which only the names count, not the places where tasks wait. */
final class NamesOf implements Alternatives {
    private static final String PLACE = " at ";

    private final Alternatives whole;

    NamesOf(Alternatives whole) {
        this.whole = whole;
    }

    static String name(String words) {
        int place = words.indexOf(PLACE);
        return place < 0 ? words : words.substring(0, place);
    }

    @Override
    public String label() {
        return whole.label();
    }

    @Override
    public String describe(int picked) {
        return name(whole.describe(picked));
    }
}
