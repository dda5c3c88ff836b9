package dev.countermand.scenario.determinism;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.schedule.OrderMode;
import dev.countermand.loop.schedule.RandomStrategy;
import dev.countermand.loop.schedule.Scheduler;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceWriter;
import dev.countermand.scenario.generate.Decisions;
import dev.countermand.scenario.generate.ScenarioGenerator;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.PreparedScenario;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs that the promise is tried on, and how they are run and recorded. */
final class Programs {
    private static final Path LIBRARY =
            Path.of("src/main/resources/dev/countermand/scenario/library");

    private Programs() {}

    /** A random program; the number is its seed. */
    static PreparedScenario random(int number) {
        String name = "random-" + number;
        byte[] document = ScenarioGenerator.generate(name, Decisions.seeded(number))
                .toString().getBytes(StandardCharsets.UTF_8);
        return new PreparedScenario(ScenarioReader.read(name, document));
    }

    /** Every scenario of the library, in the order of their paths. */
    static List<PreparedScenario> library() {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            List<PreparedScenario> scenarios = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".scenario.json")).sorted()
                    .forEach(file -> scenarios.add(
                            new PreparedScenario(ScenarioReader.read(file))));
            return scenarios;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Legal orders for even seeds, adversarial ones for odd seeds. */
    static RunOptions options(long seed) {
        return RunOptions.DEFAULT
                .withPython(PythonVersion.PYTHON_3_14)
                .withOrders(seed % 2 == 0 ? OrderMode.LEGAL : OrderMode.ADVERSARIAL);
    }

    /** The run of a program with a random schedule, recorded. */
    static TraceDocument record(PreparedScenario program, long seed, RunOptions options) {
        return record(program, new RandomStrategy().scheduler(seed), seed, options);
    }

    static TraceDocument record(
            PreparedScenario program, Scheduler scheduler, long seed, RunOptions options) {
        List<TraceEvent> events = new ArrayList<>();
        ScenarioResult result = ScenarioRun.trace(program, scheduler, options, events::add);
        return new TraceDocument(
                new TraceDocument.Subject(program.scenario().name(), null, null),
                new TraceDocument.Origin(seed, "random", options.orders().label(),
                        options.python().label(), options.stepLimit()),
                result.choices(),
                events,
                new TraceDocument.RunVerdict(
                        result.violations(), result.steps(), result.nanos()));
    }

    static String json(TraceDocument document) {
        return TraceWriter.toJson(document);
    }
}
