package dev.countermand.cli.option;

import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.strategy.Strategies;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a plan that a search can follow. */
public final class PlanName implements ITypeConverter<SearchPlan> {
    @Override
    public SearchPlan convert(String name) {
        SearchPlan plan = Strategies.byName(name);
        if (plan == null) {
            throw new TypeConversionException("expected one of "
                    + String.join(", ", Strategies.names()) + ", but found '" + name + "'");
        }
        return plan;
    }
}
