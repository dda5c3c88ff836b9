package dev.countermand.explore.dpor;

/**
 * 128 bits that stand for something larger. Two different things have the same ones by accident
 * only: with a million of them the odds are about 1 to 10^26.
 */
record Fingerprint(long high, long low) {
    static final Fingerprint NONE = new Fingerprint(0, 0);

    /** The fingerprint of a collection, whatever the order in which its members are added. */
    Fingerprint plus(Fingerprint member) {
        return new Fingerprint(high + member.high, low + member.low);
    }
}
