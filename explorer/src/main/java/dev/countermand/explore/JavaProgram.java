package dev.countermand.explore;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.error.Deadlock;
import dev.countermand.loop.error.Livelock;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.schedule.Choices;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Java code as a program that can be explored.
 *
 * <p>The body is called once a run, with a world of its own; whatever it uses must be made in the
 * body, as what is left over from one run would make the next one another program. Any error that
 * leaves the body is a violation, an assertion that fails above all. So are a deadlock, a livelock,
 * and what the built-in oracles of the settings see.
 */
public final class JavaProgram implements Program {
    private final String name;
    private final Simulation.Settings settings;
    private final OrderMode orders;
    private final Body body;

    /**
     * Creates a program.
     *
     * @param settings the CPython to be equal to, the step limit, the oracles
     * @param orders which departures from CPython's order are offered
     */
    public JavaProgram(String name, Simulation.Settings settings, OrderMode orders, Body body) {
        this.name = name;
        this.settings = settings;
        this.orders = orders;
        this.body = body;
    }

    /** A program on CPython 3.14 in legal orders, with the oracles that are on by default. */
    public static JavaProgram of(String name, Body body) {
        return new JavaProgram(name, Simulation.Settings.DEFAULT, OrderMode.LEGAL, body);
    }

    /** What is run. */
    @FunctionalInterface
    public interface Body {
        /**
         * Makes one run.
         *
         * @param world in which its loops are to be made
         * @throws Throwable whatever is wrong
         */
        void run(Simulation world) throws Throwable;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RunOutcome run(Scheduler scheduler) {
        Simulation world = new Simulation(new Choices(scheduler, orders), settings);
        List<Violation> violations = violations(world);
        return new RunOutcome(violations, world.steps(), world.choices().asked());
    }

    @Override
    public TraceDocument record(Scheduler scheduler, RunOrigin origin) {
        Simulation world = new Simulation(new Choices(scheduler, orders), settings);
        List<TraceEvent> events = new ArrayList<>();
        world.traceTo(events::add);
        List<Violation> violations = violations(world);
        return new TraceDocument(
                new TraceDocument.Subject(name, null, null),
                new TraceDocument.Origin(origin.seed(), origin.strategy(), orders.label(),
                        python(), settings.stepLimit()),
                world.choices().recorded(),
                events,
                new TraceDocument.RunVerdict(violations, world.steps(), nanos(world)));
    }

    private String python() {
        return settings.python() instanceof PythonVersion version
                ? version.label()
                : settings.python().toString();
    }

    private List<Violation> violations(Simulation world) {
        try {
            body.run(world);
        } catch (Deadlock | Livelock verdict) {
            // The world knows of it, and when it was: what is closed afterwards takes steps too.
        } catch (RunAborted aborted) {
            // A replay that has diverged says nothing of the program.
            throw aborted;
        } catch (Throwable error) {
            world.violated(null, Violation.Kind.CHECK, words(error));
        }
        Violation end = world.findings().end();
        List<Violation> violations = new ArrayList<>(world.findings().atEnd());
        if (end != null) {
            int place = 0;
            while (place < violations.size() && violations.get(place).step() < end.step()) {
                place++;
            }
            violations.add(place, end);
        }
        return violations;
    }

    /**
     * An error in one line, as violations have one: the message, with its type in front unless it
     * is an assertion; the type alone if there is no message.
     */
    public static String words(Throwable error) {
        String message = error.getMessage() == null ? "" : error.getMessage().strip();
        String type = error.getClass().getSimpleName();
        if (message.isEmpty()) {
            return type;
        }
        String line = message.replaceAll("\\s*\\R\\s*", " ");
        return error instanceof AssertionError ? line : type + ": " + line;
    }

    private static long nanos(Simulation world) {
        return world.latestLoop() == null ? 0 : world.latestLoop().nanos();
    }
}
