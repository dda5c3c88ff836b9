package dev.countermand.rxjava;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs the tests of a sample. */
final class Sampled {
    private Sampled() {}

    /** The first line of each test's failure, empty for a test that passes. */
    static Map<String, String> run(Class<?> sample) {
        Map<String, String> first = new LinkedHashMap<>();
        for (Event event : EngineTestKit.engine("junit-jupiter").selectors(selectClass(sample))
                .configurationParameter("countermand.save", "false")
                .execute().testEvents().finished().list()) {
            String name = event.getTestDescriptor().getDisplayName().replaceAll("\\(.*", "");
            first.put(name, event.getPayload(TestExecutionResult.class)
                    .flatMap(TestExecutionResult::getThrowable)
                    .map(failure -> String.valueOf(failure.getMessage())
                            .lines().findFirst().orElse(""))
                    .orElse(""));
        }
        return first;
    }
}
