package dev.countermand.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a whole number from 1. */
public final class PositiveNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String digits) {
        try {
            long number = Long.parseLong(digits);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, in the same words as a number that is too small.
        }
        throw new TypeConversionException("expected a whole number from 1 to " + Long.MAX_VALUE
                + ", but found '" + digits + "'");
    }
}
