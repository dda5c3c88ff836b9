package dev.countermand.cli.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.Violation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.StepView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Keys lead where the help line says. */
class WalkTest {
    private static final int STEPS = 9;
    private static final int MARKED = 5;
    private static final Pattern HEAD = Pattern.compile("(?m)^counting: step ([0-9]+\\+?) of");

    @ParameterizedTest
    @CsvSource(textBlock = """
            nn,             1 2 3
            np,             1 2 1
            p,              1 1
            ' ^[[B^[[C',    1 2 3 4
            n^[[A,          1 2 1
            n^[[D,          1 2 1
            g7|n,           1 7 8
            g99|n,          1 9 9
            g12^H|n,        1 1 2
            g5^[n,          1 1 2
            gx|n,           1 1 2
            /task-6|n,      1 6 7
            /task-3|/task-, 1 3
            /task-|/task-|, 1 2 3
            /nothing|n,     1 1 2
            /(|n,           1 1 2
            f,              1 9
            fb,             1 9 1
            ^[[6~^[[5~,     1 9 1
            n<,             1 2 1
            >p,             1 9 8
            Gn,             1 9 9
            ^[[F^[[H,       1 9 1
            m,              1 5+
            mm,             1 5+ 5+
            GM,             1 9 5+
            M,              1 1
            zzn,            1 2
            nqn,            1 2
            n^Cn,           1 2
            """)
    void keysLeadFromStepToStep(String keys, String steps) throws IOException {
        String typed = keys.replace("^[", "\u001b").replace("^H", "\b").replace("^C", "\u0003")
                .replace('|', '\r');
        List<String> seen = HEAD.matcher(walk(typed)).results()
                .map(match -> match.group(1)).toList();
        List<String> expected = new ArrayList<>(List.of(steps.split(" ")));
        if (keys.endsWith("task-")) {
            // The keys end within the prompt: what was typed is taken.
            expected.add("4");
        }
        assertThat(seen).isEqualTo(expected);
    }

    private static String walk(String keys) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Terminal terminal = new DumbTerminal("test", Terminal.TYPE_DUMB,
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), out,
                StandardCharsets.UTF_8)) {
            new Walk(terminal, new StepView(counting()), Ansi.OFF).run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Each step is that of a task with its number; a violation lies after one of them. */
    private static TraceDocument counting() {
        List<TraceEvent> events = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            TraceEvent.Stamp stamp = new TraceEvent.Stamp(step, 0);
            events.add(new TraceEvent.Ran(stamp, "task-" + step));
            events.add(new TraceEvent.Awaited(stamp, "task-" + step, "future f", null));
        }
        return new TraceDocument(new TraceDocument.Subject("counting", null, null),
                new TraceDocument.Origin(0, "fifo", "legal", "3.14", STEPS), List.of(), events,
                new TraceDocument.RunVerdict(List.of(new Violation(Violation.Kind.PERMIT_LOST,
                        "a permit is lost", MARKED, 0, List.of())), STEPS, 0));
    }
}
