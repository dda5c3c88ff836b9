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
    /** Half a screen down. */
    PAGE_DOWN,
    /** Half a screen up. */
    PAGE_UP,
    /** To the first row. */
    FIRST,
    /** To the last row. */
    LAST,
    /** To the next departure or violation. */
    NEXT_MARKED,
    /** To the departure or violation before. */
    PREVIOUS_MARKED,
    /** Asks for a step and goes there. */
    GO,
    /** Asks for an expression and goes to the next row that has it. */
    SEARCH,
    /** Ends the walk. */
    QUIT,
    /** A key without a meaning. */
    OTHER;

    /** Names of the keys, on one line. */
    static final String HELP = "n next   p back   f b pages   < > ends   m M marks   g N step"
            + "   / search   q quit";

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
        keys.bind(PAGE_DOWN, "f", "\u001b[6~");
        keys.bind(PAGE_UP, "b", "\u001b[5~");
        keys.bind(FIRST, "<", "\u001b[H", "\u001bOH", "\u001b[1~");
        keys.bind(LAST, ">", "G", "\u001b[F", "\u001bOF", "\u001b[4~");
        bind(keys, PAGE_DOWN, terminal, Capability.key_npage);
        bind(keys, PAGE_UP, terminal, Capability.key_ppage);
        bind(keys, FIRST, terminal, Capability.key_home);
        bind(keys, LAST, terminal, Capability.key_end);
        keys.bind(NEXT_MARKED, "m");
        keys.bind(PREVIOUS_MARKED, "M");
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
