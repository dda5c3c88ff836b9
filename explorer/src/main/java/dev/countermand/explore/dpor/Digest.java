package dev.countermand.explore.dpor;

/** Makes a fingerprint of a sequence of numbers; two lanes of a multiply-and-mix hash. */
final class Digest {
    private static final long FIRST_LANE = 0x9E3779B97F4A7C15L;
    private static final long SECOND_LANE = 0xD1B54A32D192ED03L;

    private long high = FIRST_LANE;
    private long low = SECOND_LANE;

    Digest add(long number) {
        high = mix(high * SECOND_LANE + number);
        low = mix(low * FIRST_LANE + Long.rotateLeft(number, 32) + 1);
        return this;
    }

    Digest add(Fingerprint fingerprint) {
        return add(fingerprint.high()).add(fingerprint.low());
    }

    Digest add(String word) {
        add(word.length());
        for (int i = 0; i < word.length(); i++) {
            add(word.charAt(i));
        }
        return this;
    }

    Fingerprint fingerprint() {
        return new Fingerprint(high, low);
    }

    /** A number that stands for the sequence, for names that need not be as safe. */
    long number() {
        return high ^ Long.rotateLeft(low, 17);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
