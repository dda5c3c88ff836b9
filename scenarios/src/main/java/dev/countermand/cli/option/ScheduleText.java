package dev.countermand.cli.option;

import dev.countermand.explore.Schedule;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a schedule in its text form. */
public final class ScheduleText implements ITypeConverter<Schedule> {
    @Override
    public Schedule convert(String text) {
        try {
            return Schedule.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
