package dev.countermand.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.VersionDifference;
import dev.countermand.scenario.read.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the table of differences in the documentation to those that the loop has. */
class SemanticsPageTest {
    private static final Path PAGE = Path.of("../docs/semantics.md");
    private static final String HEAD = "| since | what | before | from then on | name |\n";

    @Test
    void thePageHasEveryDifferenceInTheWordsThatCompareUses() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD);
        assertThat(start).isPositive();
        int end = page.indexOf("\n\n", start) + 1;
        Golden.assertHolds(PAGE, page.substring(0, start) + table() + page.substring(end));
    }

    @Test
    void theDifferencesStandInTheOrderOfTheirVersions() {
        assertThat(VersionDifference.values()).isSortedAccordingTo(
                (one, other) -> one.since().compareTo(other.since()));
    }

    @Test
    void namesAreUnique() {
        Set<String> labels = new TreeSet<>();
        for (VersionDifference difference : VersionDifference.values()) {
            assertThat(labels.add(difference.label())).isTrue();
            assertThat(difference.label()).matches("[a-z-]+");
        }
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD).append("| --- | --- | --- | --- | --- |\n");
        for (VersionDifference difference : VersionDifference.values()) {
            table.append("| ").append(difference.since().label())
                    .append(" | ").append(difference.what())
                    .append(" | ").append(difference.before())
                    .append(" | ").append(difference.after())
                    .append(" | ").append(difference.label()).append(" |\n");
        }
        return table.toString();
    }
}
