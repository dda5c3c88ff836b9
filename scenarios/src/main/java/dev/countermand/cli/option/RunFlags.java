package dev.countermand.cli.option;

import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.scenario.run.RunOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a scenario is run, apart from who decides its choices. */
public final class RunFlags {
    @Mixin
    private final PythonLevel python = new PythonLevel();

    @Option(
            names = "--orders",
            paramLabel = "MODE",
            converter = Orders.class,
            defaultValue = "legal",
            description = {
                "legal: only what asyncio leaves open, so that every finding can happen on a real"
                        + " asyncio (default).",
                "adversarial: any order of the ready queue as well."
            })
    private OrderMode orders = OrderMode.LEGAL;

    @Option(
            names = "--step-limit",
            paramLabel = "N",
            converter = PositiveNumber.class,
            defaultValue = "10000",
            description = "A run of more loop steps is a livelock (default: ${DEFAULT-VALUE}).")
    private long stepLimit;

    /** The options as the scenario engine takes them. */
    public RunOptions options() {
        return new RunOptions(orders, python.version(), stepLimit);
    }

    /** Reads the two words. */
    static final class Orders implements ITypeConverter<OrderMode> {
        @Override
        public OrderMode convert(String label) {
            for (OrderMode mode : OrderMode.values()) {
                if (mode.label().equals(label)) {
                    return mode;
                }
            }
            throw new TypeConversionException(
                    "expected legal or adversarial, but found '" + label + "'");
        }
    }
}
