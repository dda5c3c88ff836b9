package dev.countermand.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Tests that were run by a JUnit of their own. */
final class Tried {
    private final EngineExecutionResults results;

    private Tried(EngineExecutionResults results) {
        this.results = results;
    }

    /** Runs one test method, with configuration parameters. */
    static Tried method(Class<?> type, String method, Map<String, String> parameters) {
        Class<?>[] types = List.of(type.getDeclaredMethods()).stream()
                .filter(it -> it.getName().equals(method))
                .findFirst().orElseThrow().getParameterTypes();
        return of(selectMethod(type, method, types), parameters);
    }

    /** Runs one test method. */
    static Tried method(Class<?> type, String method) {
        return method(type, method, Map.of());
    }

    /** Runs all tests of a class. */
    static Tried all(Class<?> type, Map<String, String> parameters) {
        return of(selectClass(type), parameters);
    }

    private static Tried of(DiscoverySelector selector, Map<String, String> parameters) {
        return new Tried(EngineTestKit.engine("junit-jupiter")
                .selectors(selector)
                .outputDirectoryCreator(new OutputFolder())
                .configurationParameter("countermand.traces", "target/countermand")
                .configurationParameter("countermand.save", "false")
                .configurationParameters(parameters)
                .execute());
    }

    /** The events of tests, not of what contains them. */
    Events tests() {
        return results.testEvents();
    }

    /** What the failed tests raised. */
    List<Throwable> failures() {
        List<Throwable> failures = new ArrayList<>();
        for (Event event : results.allEvents().finished().list()) {
            event.getPayload(TestExecutionResult.class)
                    .flatMap(TestExecutionResult::getThrowable)
                    .ifPresent(failures::add);
        }
        return failures;
    }

    /** What the tests told the build. */
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Event event : results.allEvents().reportingEntryPublished().list()) {
            event.getPayload(ReportEntry.class)
                    .ifPresent(entry -> entries.putAll(entry.getKeyValuePairs()));
        }
        return entries;
    }

    /** The files that the tests attached. */
    List<String> attachments() {
        List<String> files = new ArrayList<>();
        for (Event event : results.allEvents().list()) {
            event.getPayload(FileEntry.class)
                    .ifPresent(entry -> files.add(entry.getPath().toString()));
        }
        return files;
    }

    /** The one failure. */
    Throwable failure() {
        List<Throwable> failures = failures();
        if (failures.size() != 1) {
            throw new AssertionError("expected one failure, but there are " + failures);
        }
        return failures.get(0);
    }

    /** The message of the one failure. */
    String message() {
        return Objects.toString(failure().getMessage());
    }
}
