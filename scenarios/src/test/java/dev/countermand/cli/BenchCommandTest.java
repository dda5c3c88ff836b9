package dev.countermand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BenchCommandTest {
    private static final Path PAGE = Path.of("../docs/cancelbench.md");

    @TempDir
    private Path folder;

    /** What we want of the default portfolio, on each of twenty base seeds. */
    @Test
    void thePortfolioFindsEveryBugSoonerThanANaiveHarnessAndShrinksIt() {
        Shell.Result result = new Shell(folder).run(
                "bench", "--strategy", "portfolio", "--repaired-runs", "1000", "--json");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode root = new ObjectMapper().readTree(result.out());
        List<Double> means = new ArrayList<>();
        int small = 0;
        for (JsonNode bug : root.get("programs")) {
            JsonNode runs = bug.at("/strategies/portfolio");
            String name = bug.get("name").asString();
            assertThat(runs.get("found").asInt()).as(name).isEqualTo(20);
            if (bug.get("naive").isNull()) {
                continue;
            }
            double mean = runs.get("mean").asDouble();
            double naive = bug.get("naive").asDouble();
            assertThat(mean).as(name).isLessThanOrEqualTo(naive > 20 ? naive / 2 : naive);
            assertThat(bug.get("false_alarms").asInt()).as(name).isZero();
            means.add(mean);
            small += bug.get("shrunk_departures").asInt() <= 2 ? 1 : 0;
        }
        assertThat(means).hasSize(30).allMatch(mean -> mean <= 100);
        means.sort(null);
        assertThat(means.get(14)).isLessThanOrEqualTo(4);
        assertThat(small).isGreaterThanOrEqualTo(28);
    }

    @Test
    void theTableHasARowForEachProgramAndAColumnForEachStrategy() {
        Shell.Result result = new Shell(folder).run("bench", "--only", "lock-wakeup-lost",
                "--only", "account", "--strategy", "random", "--strategy", "fifo-not");
        assertThat(result.code()).isEqualTo(2);
        result = new Shell(folder).run("bench", "--only", "lock-wakeup-lost", "--only", "account",
                "--strategy", "random", "--strategy", "sweep", "--seeds", "3", "--runs", "5",
                "--repaired-runs", "10");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("| bug | random | sweep |")
                .contains("| program (adversarial order) | random | sweep |")
                .containsPattern("\\| lock-wakeup-lost \\| .* \\| .* \\|\n")
                .containsPattern("\\| account \\| .* \\| .* \\|\n")
                .contains("mean / median / 90th percentile of 3 searches of at most 5 runs");
    }

    @Test
    @Tag("extended")
    void thePageHasWhatTheCommandPrints() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(new Shell(folder).run("bench").out());
    }
}
