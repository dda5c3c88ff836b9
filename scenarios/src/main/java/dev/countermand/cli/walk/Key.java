package dev.countermand.cli.walk;

import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What the keys of a walk do. */
enum Key {
    /** To the next row. */
    NEXT,
    /** To the row before. */
    PREVIOUS,
    /** Asks for a step and goes there. */
    GO,
    /** Asks for an expression and goes to the next row that has it. */
    SEARCH,
    /** Ends the walk. */
    QUIT,
    /** A key without a meaning. */
    OTHER;

    /** Names of the keys, on one line. */
    static final String HELP = "n, space, down: next   p, up: previous   g N: to step N"
            + "   / REGEX: search   q: quit";

    private static final String INTERRUPT = KeyMap.ctrl('C');

    /** The keys of a terminal; those that send no sequence of their own have that of most. */
    static KeyMap<Key> map(Terminal terminal) {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setNomatch(OTHER);
        keys.setUnicode(OTHER);
        keys.bind(NEXT, "n", " ", "j", "\u001b[B", "\u001b[C", "\u001bOB", "\u001bOC");
        keys.bind(PREVIOUS, "p", "k", "\u001b[A", "\u001b[D", "\u001bOA", "\u001bOD");
        bind(keys, NEXT, terminal, Capability.key_down, Capability.key_right);
        bind(keys, PREVIOUS, terminal, Capability.key_up, Capability.key_left);
        keys.bind(GO, "g");
        keys.bind(SEARCH, "/");
        keys.bind(QUIT, "q", INTERRUPT, KeyMap.ctrl('D'));
        return keys;
    }

    private static void bind(
            KeyMap<Key> keys, Key key, Terminal terminal, Capability... capabilities) {
        for (Capability capability : capabilities) {
            String sequence = KeyMap.key(terminal, capability);
            if (sequence != null) {
                keys.bind(key, sequence);
            }
        }
    }
}
