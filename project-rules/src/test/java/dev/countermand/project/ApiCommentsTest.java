package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The comment of every method that users call says what asyncio calls it. */
class ApiCommentsTest {
    private static final Repository REPOSITORY = Repository.here();
    private static final List<String> PACKAGES =
            List.of("asyncio", "loop/combine", "loop/sync");

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (SourceFile file : REPOSITORY.files()) {
            if (file.path().endsWith("dev/countermand/project/asyncio-names.txt")) {
                file.lines().stream().filter(line -> !line.startsWith("#")).forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void everyPublicMethodNamesItsCounterpart() {
        ApiComments rule = new ApiComments(names());
        List<Finding> findings = new ArrayList<>();
        for (String name : PACKAGES) {
            String folder = "sim-loop/src/main/java/dev/countermand/" + name;
            REPOSITORY.files().stream()
                    .filter(file -> file.isJava() && file.folder().equals(folder))
                    .filter(file -> !file.fileName().equals("QueueOrder.java"))
                    .forEach(file -> findings.addAll(rule.findings(file)));
        }
        assertThat(findings).isEmpty();
        assertThat(rule.methods()).isGreaterThan(90);
    }

    @Test
    void theRuleFindsAMethodThatNamesNothing() {
        ApiComments rule = new ApiComments(names());
        SourceFile file = new SourceFile("Some.java", """
                public final class Some {
                    /** Waits: {@code asyncio.sleep}. */
                    public void good() {}

                    /** Waits: {@code asyncio.doze}. */
                    public void bad() {}

                    public void worse() {}

                    void hidden() {}
                }
                """);
        assertThat(rule.findings(file)).extracting(Finding::line).containsExactly(6L, 8L);
    }
}
