package dev.countermand.loop.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random groups are split as CPython splits them, which was recorded with 3.11 and 3.13. */
class RecordedSplitsTest {
    private static final Map<String, Predicate<Throwable>> CONDITIONS = Map.of(
            "V", error -> error instanceof ValueError,
            "VK", error -> error instanceof ValueError || error instanceof KeyboardInterrupt,
            "Exception", error -> error instanceof Exception,
            "x", error -> error instanceof ExceptionGroup,
            "title0", error -> error instanceof ErrorGroup group && group.title().equals("0"),
            "even", error -> !(error instanceof ErrorGroup)
                    && Integer.parseInt(error.getMessage()) % 2 == 0);

    @Test
    void everyRecordedGroupSplitsAsItDidThere() throws IOException {
        int compared = 0;
        for (String line : recorded()) {
            String[] parts = line.split(" ");
            ErrorGroup group = (ErrorGroup) new Reader(parts[0]).error();
            ErrorGroup.Split halves = group.split(CONDITIONS.get(parts[1]));
            assertThat(parts[0] + " " + parts[1] + " " + text(halves.matching()) + " "
                    + text(halves.rest())).isEqualTo(line);
            compared++;
        }
        assertThat(compared).isEqualTo(300);
    }

    private static List<String> recorded() throws IOException {
        try (InputStream file =
                RecordedSplitsTest.class.getResourceAsStream("recorded-splits.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static String text(@Nullable Throwable error) {
        if (error instanceof ErrorGroup group) {
            StringBuilder text = new StringBuilder(error instanceof ExceptionGroup ? "x" : "b");
            text.append(group.title()).append('(');
            group.errors().forEach(member -> text.append(text(member)));
            return text.append(')').toString();
        }
        return error == null
                ? "-"
                : NamedError.of(error).substring(0, 1) + error.getMessage();
    }

    /** Makes errors of the recorded form: a letter, a digit, and the members of a group. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Throwable error() {
            char kind = text.charAt(at);
            String title = text.substring(at + 1, at + 2);
            at += 2;
            return switch (kind) {
                case 'V' -> new ValueError(title);
                case 'T' -> new TypeError(title);
                case 'K' -> new KeyboardInterrupt(title);
                default -> ErrorGroup.of(title, members());
            };
        }

        private List<Throwable> members() {
            List<Throwable> members = new ArrayList<>();
            at++;
            while (text.charAt(at) != ')') {
                members.add(error());
            }
            at++;
            return members;
        }
    }
}
