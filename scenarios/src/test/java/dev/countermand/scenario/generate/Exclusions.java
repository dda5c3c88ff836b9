package dev.countermand.scenario.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the comparison with CPython leaves out, as the page about semantics has it. */
final class Exclusions {
    private static final Path PAGE = Path.of("../docs/semantics.md");
    private static final String SECTION = "## What is not compared";

    private Exclusions() {}

    /** The first column of the section's table, one entry for each row. */
    static List<String> documented() throws IOException {
        List<String> rows = new ArrayList<>();
        boolean inSection = false;
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                inSection = line.equals(SECTION);
            } else if (inSection && line.startsWith("| ") && !line.startsWith("| --")) {
                rows.add(line.split("\\|")[1].strip());
            }
        }
        return rows.subList(1, rows.size());
    }
}
