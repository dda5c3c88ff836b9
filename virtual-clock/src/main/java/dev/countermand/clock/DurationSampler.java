package dev.countermand.clock;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongSupplier;

/**
 * Draws durations from a {@link DurationModel} with a source of random bits. Two samplers of equal
 * models give the same durations from the same bits.
 */
public final class DurationSampler {

    private static final long LONGEST_NANOS =
            (long) DurationModel.LIMIT_SECONDS * 1_000_000_000L - 1;
    private static final double UNIT = 0x1.0p-53;

    private final DurationModel model;
    private final DoubleUnaryOperator quantileSeconds;
    private final LongSupplier bits;

    DurationSampler(DurationModel model, LongSupplier bits) {
        this.model = model;
        this.quantileSeconds = model.quantileSeconds();
        this.bits = Objects.requireNonNull(bits, "bits");
    }

    /**
     * The next duration, in nanoseconds, from 0 to just below 2^24 s. It asks the source for 64
     * bits once, of which it uses the upper 53, all that a double between 0 and 1 can tell apart.
     */
    public long nextNanos() {
        double seconds = quantileSeconds.applyAsDouble((bits.getAsLong() >>> 11) * UNIT);
        long nanos = Math.round(seconds * 1e9);
        return Math.max(0, Math.min(nanos, LONGEST_NANOS));
    }

    /** The model's text. */
    @Override
    public String toString() {
        return model.toString();
    }
}
