package dev.countermand.cli.option;

import dev.countermand.cli.terminal.UserError;
import dev.countermand.loop.Simulation.Interruption;
import dev.countermand.loop.oracle.OracleSet;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.scenario.run.RunOptions;
import java.util.ArrayList;
import java.util.List;
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

    @Option(
            names = "--oracle",
            paramLabel = "NAME",
            description = "Also report what this oracle sees; may be given several times.")
    private List<String> oracles = new ArrayList<>();

    @Option(
            names = "--no-oracle",
            paramLabel = "NAME",
            description = "Do not report what this oracle sees; may be given several times.")
    private List<String> noOracles = new ArrayList<>();

    @Option(
            names = "--interrupts",
            description = "Let up to two SIGINTs arrive, between any two steps.")
    private boolean isInterrupted;

    /** The options as the scenario engine takes them. */
    public RunOptions options() {
        return RunOptions.DEFAULT
                .withOrders(orders)
                .withPython(python.version())
                .withStepLimit(stepLimit)
                .withOracles(oracleSet())
                .withInterruption(
                        isInterrupted ? Interruption.BETWEEN_STEPS : Interruption.NEVER);
    }

    private OracleSet oracleSet() {
        try {
            return OracleSet.DEFAULT.adjusted(oracles, noOracles);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage());
        }
    }

    /** The options as words of a command line; those that have their default are left out. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (orders != RunOptions.DEFAULT.orders()) {
            words.addAll(List.of("--orders", orders.label()));
        }
        if (python.version() != RunOptions.DEFAULT.python()) {
            words.addAll(List.of("--python", python.version().label()));
        }
        if (stepLimit != RunOptions.DEFAULT.stepLimit()) {
            words.addAll(List.of("--step-limit", Long.toString(stepLimit)));
        }
        oracles.forEach(name -> words.addAll(List.of("--oracle", name)));
        noOracles.forEach(name -> words.addAll(List.of("--no-oracle", name)));
        if (isInterrupted) {
            words.add("--interrupts");
        }
        return words;
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
