package dev.countermand.junit;

import dev.countermand.explore.Schedule;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.explore.strategy.Strategies;
import dev.countermand.junit.run.Options;
import dev.countermand.junit.run.Replay;
import dev.countermand.junit.run.TestName;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Reads how a test is to be explored: from {@code @Interleave}, and from properties {@code
 * countermand.NAME}, which win, or the environment's {@code COUNTERMAND_NAME}, for build tools that
 * hand on no properties.
 */
final class OptionReader {
    private static final Pattern BUDGET = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private final Interleave attributes;
    private final ExtensionContext context;

    OptionReader(Interleave attributes, ExtensionContext context) {
        this.attributes = attributes;
        this.context = context;
    }

    /** Where a value comes from, for messages. */
    private record Given(String source, String value) {}

    /**
     * Leaves out the invocations of a parameterized test that are not asked for.
     *
     * @throws TestAbortedException in an invocation that is not
     */
    void checkInvocation(TestName name) {
        Given given = property("invocation");
        if (given != null && name.invocation() != 0
                && number(given, 1) != name.invocation()) {
            throw new TestAbortedException("only invocation " + given.value()
                    + " was asked for, by " + given.source());
        }
    }

    /**
     * Reads all.
     *
     * @param interrupted ends a search as well
     * @throws ExtensionConfigurationException if something is wrong; it says what was expected,
     *     what came and where
     */
    Options read(BooleanSupplier interrupted) {
        return new Options(plan(), limits(interrupted), replay(), places());
    }

    private SearchPlan plan() {
        SearchPlan plan = Strategies.byName(attributes.strategy());
        if (plan == null) {
            throw wrong(new Given("@Interleave(strategy)", attributes.strategy()),
                    "one of " + String.join(", ", Strategies.names()));
        }
        return plan;
    }

    private Options.Limits limits(BooleanSupplier interrupted) {
        Given budget = property("budget");
        if (budget == null && !attributes.budget().isEmpty()) {
            budget = new Given("@Interleave(budget)", attributes.budget());
        }
        Given asked = property("schedules");
        if (asked == null && attributes.schedules() != 0) {
            asked = new Given("@Interleave(schedules)", Integer.toString(attributes.schedules()));
        }
        long schedules = asked != null
                ? number(asked, 1)
                : budget != null ? Long.MAX_VALUE : Interleave.DEFAULT_SCHEDULES;
        Given seed = property("seed");
        StopWatch watch = new StopWatch(budget == null ? Duration.ZERO : duration(budget));
        return new Options.Limits(schedules,
                seed == null ? attributes.seed() : number(seed, Long.MIN_VALUE),
                () -> interrupted.getAsBoolean() || watch.getAsBoolean());
    }

    private @Nullable Replay replay() {
        Given given = property("schedule");
        if (given == null && !attributes.schedule().isEmpty()) {
            given = new Given("@Interleave(schedule)", attributes.schedule());
        }
        if (given == null) {
            return null;
        }
        if (given.value().endsWith(".json")) {
            try {
                return new Replay.OfTrace(
                        given.value(), TraceReader.read(Path.of(given.value())));
            } catch (TraceException e) {
                throw new ExtensionConfigurationException(
                        given.source() + ": " + e.getMessage());
            }
        }
        try {
            return new Replay.OfSchedule(Schedule.parse(given.value()));
        } catch (IllegalArgumentException e) {
            throw wrong(given, "a schedule such as 0:1,6:1, \"fifo\", or the path of a trace that"
                    + " ends in .json");
        }
    }

    private Options.Places places() {
        Given traces = property("traces");
        boolean isGradle = System.getProperty("org.gradle.test.worker") != null;
        Path folder = Path.of(traces != null
                ? traces.value() : isGradle ? "build/countermand" : "target/countermand");
        Given own = property("kept");
        Path usual = Files.isDirectory(Path.of("src", "test"))
                ? Path.of("src", "test", "resources", "countermand") : null;
        Path kept = own == null ? usual : Path.of(own.value());
        Given save = property("save");
        boolean saves = save == null
                ? System.getenv("CI") == null : yesOrNo(save);
        return new Options.Places(folder, kept, saves);
    }

    private @Nullable Given property(String name) {
        String property = "countermand." + name;
        Optional<String> value = context.getConfigurationParameter(property);
        if (value.isPresent()) {
            return new Given(property, value.get().strip());
        }
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        String fromShell = System.getenv(variable);
        return fromShell == null ? null : new Given(variable, fromShell.strip());
    }

    private static long number(Given given, long least) {
        try {
            long number = Long.parseLong(given.value());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // What was expected is said below, in both cases.
        }
        throw wrong(given, least == Long.MIN_VALUE
                ? "a whole number" : "a whole number of at least " + least);
    }

    private static Duration duration(Given given) {
        Matcher matcher = BUDGET.matcher(given.value());
        if (!matcher.matches()) {
            throw wrong(given, "a number and ms, s, m or h, such as 10s");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static boolean yesOrNo(Given given) {
        if (!given.value().equals("true") && !given.value().equals("false")) {
            throw wrong(given, "true or false");
        }
        return given.value().equals("true");
    }

    private static ExtensionConfigurationException wrong(Given given, String expected) {
        return new ExtensionConfigurationException(given.source() + ": expected " + expected
                + ", but it is \"" + given.value() + "\"");
    }
}
