package dev.countermand.cli.walk;

import dev.countermand.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;

/** Finds the terminal of a walk. */
public final class WalkTerminal {
    private WalkTerminal() {}

    /**
     * The terminal where a person watches; where none does, one without abilities that reads keys
     * from standard input.
     *
     * <p>The terminal is set up by the program {@code stty}, as native code would need a permission
     * from JDK 24 on.
     */
    public static Terminal of(Surroundings surroundings) throws IOException {
        if (surroundings.isInteractive()) {
            return TerminalBuilder.builder().name("countermand").system(true).provider("exec")
                    .dumb(true).encoding(StandardCharsets.UTF_8).build();
        }
        return new DumbTerminal("countermand", Terminal.TYPE_DUMB, surroundings.streams().in(),
                surroundings.out(), StandardCharsets.UTF_8);
    }
}
