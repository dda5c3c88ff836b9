package dev.countermand.scenario.library;

import dev.countermand.scenario.read.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the library is written from the files of the library. */
class LibraryPageTest {
    private static final Path PAGE = Path.of("../docs/scenario-library.md");
    private static final String FILES =
            "../scenarios/src/main/resources/dev/countermand/scenario/library/";
    private static final Pattern SOURCE = Pattern.compile("(\\w+), (https://[^ ]+)\\. (.*)");
    private static final Pattern REPAIR = Pattern.compile("\\w+ repaired, see [a-z-]+\\. (.*)");

    @Test
    void thePageDescribesEveryScenario() throws IOException {
        StringBuilder page = new StringBuilder();
        bugs(page);
        rules(page);
        Golden.assertHolds(PAGE, page.toString());
    }

    private static void bugs(StringBuilder page) {
        page.append("""
                # The library of scenarios

                Scenarios that come with the project, in `dev/countermand/scenario/library` on the
                class path; `index.txt` there lists them. This page is written from their
                descriptions by a test (`-Dcountermand.golden=update`): change the files, not the
                page.

                ## Bugs

                Real bugs, each as a scenario that has it and one, named `..-fixed`, in which it is
                repaired. In CPython's own order and without a cancel none of them shows. The last
                column says how it shows when it strikes.

                | bug | what goes wrong | the repair | shows as |
                | --- | --- | --- | --- |
                """);
        for (Bug bug : Bug.ALL) {
            Matcher source = match(SOURCE, LibraryFiles.description(bug.broken()));
            Matcher repair = match(REPAIR, LibraryFiles.description(bug.repaired()));
            page.append("| ").append(link(bug.broken(), bug.name())).append(" ([")
                    .append(source.group(1)).append("](").append(source.group(2)).append(")) | ")
                    .append(source.group(3)).append(" | ").append(repair.group(1)).append(" | ")
                    .append(bug.shows().label()).append(" |\n");
        }
    }

    private static void rules(StringBuilder page) {
        page.append("""

                ## Rules

                One claim about asyncio each, often a surprising one, with a property that fails
                where it does not hold.

                | rule | what it claims |
                | --- | --- |
                """);
        for (String name : LibraryFiles.in(LibraryFiles.RULES)) {
            String scenario = LibraryFiles.RULES + "/" + name;
            page.append("| ").append(link(scenario, name)).append(" | ")
                    .append(LibraryFiles.description(scenario)).append(" |\n");
        }
    }

    private static String link(String scenario, String text) {
        return "[" + text + "](" + FILES + scenario + ".scenario.json)";
    }

    private static Matcher match(Pattern pattern, String description) {
        Matcher matcher = pattern.matcher(description);
        if (!matcher.matches()) {
            throw new IllegalStateException("expected a description of the form " + pattern
                    + ", but found: " + description);
        }
        return matcher;
    }
}
