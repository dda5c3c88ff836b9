package dev.countermand.fence.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the documentation has the table that the scan uses. */
class TablePageTest {
    private static final Path PAGE = Path.of("../docs/determinism.md");
    private static final String BEGIN = "| cause | class | methods | instead |\n";
    private static final String END = "\n\n";

    private static String row(ForbiddenCall call) {
        String methods = call.methods().stream()
                .map(name -> name.equals("<init>") ? "`new`" : "`" + name + "`")
                .collect(Collectors.joining(", "));
        String with = call.takes().with();
        String without = call.takes().without().replace(";", "");
        String which = (with.equals("()") ? " without arguments" : "")
                + (with.isEmpty() || with.equals("()")
                        ? ""
                        : " with a `" + with.replace(";", "") + "`")
                + (without.isEmpty()
                        ? ""
                        : " without a `" + (without.equals("I") ? "int" : without) + "`");
        return "| " + call.cause().label() + " | `" + call.owner() + "` | " + methods + which
                + " | " + call.instead() + " |";
    }

    @Test
    void thePageListsEveryCall() throws IOException {
        String table = BEGIN + "| --- | --- | --- | --- |\n" + ForbiddenCalls.all().stream()
                .map(TablePageTest::row)
                .collect(Collectors.joining("\n"));
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END, begin);
        if ("update".equals(System.getProperty("countermand.golden"))) {
            page = page.substring(0, begin) + table + page.substring(end);
            Files.writeString(PAGE, page);
            end = page.indexOf(END, begin);
        }
        assertThat(page.substring(begin, end))
                .as("%s; run with -Dcountermand.golden=update to refresh it", PAGE)
                .isEqualTo(table);
    }
}
