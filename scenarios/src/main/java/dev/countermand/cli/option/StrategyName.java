package dev.countermand.cli.option;

import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Strategy;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a strategy that can make a run by itself. */
public final class StrategyName implements ITypeConverter<Strategy> {
    @Override
    public Strategy convert(String name) {
        List<String> names = new ArrayList<>();
        for (Strategy known : List.of(new FifoStrategy(), new RandomStrategy())) {
            if (known.name().equals(name)) {
                return known;
            }
            names.add(known.name());
        }
        throw new TypeConversionException(
                "expected " + String.join(" or ", names) + ", but found '" + name + "'");
    }
}
