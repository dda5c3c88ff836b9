package dev.countermand.cli.option;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a regular expression of {@link Pattern}. */
public final class RegularExpression implements ITypeConverter<Pattern> {
    @Override
    public Pattern convert(String value) {
        try {
            return Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new TypeConversionException("expected a regular expression, but found '" + value
                    + "': " + e.getDescription() + " near index " + e.getIndex());
        }
    }
}
