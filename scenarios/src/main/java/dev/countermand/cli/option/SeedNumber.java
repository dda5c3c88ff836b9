package dev.countermand.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seed. */
public final class SeedNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number from " + Long.MIN_VALUE
                    + " to " + Long.MAX_VALUE + ", but found '" + digits + "'");
        }
    }
}
