package dev.countermand.cli.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of real time, such as {@code 20s}, {@code 5m} or {@code 1h}; gives seconds. */
public final class Budget implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(s|m|h)");
    private static final double MINUTE = 60;

    @Override
    public Double convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(1)) == 0) {
            throw new TypeConversionException("expected a time above 0 such as 20s, 5m or 1h, but"
                    + " found '" + text + "'");
        }
        double number = Integer.parseInt(form.group(1));
        return switch (form.group(2)) {
            case "s" -> number;
            case "m" -> number * MINUTE;
            default -> number * MINUTE * MINUTE;
        };
    }
}
