package dev.countermand.scenario.reduction;

/**
 * The programs of the literature on optimal partial-order reduction whose numbers of classes are
 * known in closed form. A step of theirs is what a task does between two yields.
 */
final class KnownPrograms {
    private static final String YIELD = "{\"op\": \"sleep\", \"delay\": 0}";

    private KnownPrograms() {}

    /** One task writes a variable, n others read it: 2^n classes. */
    static String readers(int n) {
        StringBuilder spawns = new StringBuilder("{\"op\": \"spawn\", \"coro\": \"writer\"}");
        for (int i = 0; i < n; i++) {
            spawns.append(", {\"op\": \"spawn\", \"coro\": \"reader\"}");
        }
        return """
                {"format": "countermand-scenario/1", "name": "readers",
                 "objects": {"x": {"type": "var", "value": 0}},
                 "coroutines": {
                   "writer": [{"op": "set", "var": "x", "value": 1}],
                   "reader": [{"op": "set", "var": "seen", "value": {"var": "x"}}],
                   "main": [%s, {"op": "sleep", "delay": 1}]}}
                """.formatted(spawns);
    }

    /** Tasks that wake at the same time and write one variable: n! classes in either order mode. */
    static String tiedSleeps(int n) {
        return readers(n)
                .replace("{\"op\": \"spawn\", \"coro\": \"writer\"}, ", "")
                .replace("\"reader\": [", "\"reader\": [{\"op\": \"sleep\", \"delay\": 0.5}, ")
                .replace("\"var\": \"seen\", \"value\": {\"var\": \"x\"}",
                        "\"var\": \"x\", \"value\": {\"+\": [{\"var\": \"x\"}, 1]}");
    }

    /**
     * Readers with yields before and after, which touch nothing and so must not count.
     */
    static String readersThatYield(int n) {
        return readers(n)
                .replace("\"writer\": [", "\"writer\": [" + YIELD + ", ")
                .replace("{\"var\": \"x\"}}]", "{\"var\": \"x\"}}, " + YIELD + "]");
    }

    /**
     * An array of n + 1 zeros; task j makes element j one more than element j - 1, and one task
     * looks for the last zero from the end: (n + 3) 2^(n - 2) classes.
     */
    static String lastZero(int n) {
        StringBuilder objects = new StringBuilder();
        StringBuilder spawns = new StringBuilder("{\"op\": \"spawn\", \"coro\": \"last\"}");
        StringBuilder coroutines = new StringBuilder();
        StringBuilder search = new StringBuilder();
        for (int i = 0; i <= n; i++) {
            objects.append(i == 0 ? "" : ", ")
                    .append("\"a%d\": {\"type\": \"var\", \"value\": 0}".formatted(i));
            search.append(i == 0 ? "" : ", " + YIELD + ", ").append("""
                    {"op": "if", "that": {"==": [{"var": "a%d"}, 0]}, "then": [{"op": "return"}]}
                    """.formatted(n - i));
        }
        for (int i = 1; i <= n; i++) {
            spawns.append(", {\"op\": \"spawn\", \"coro\": \"next%d\"}".formatted(i));
            coroutines.append("""
                    , "next%d": [{"op": "set", "var": "before", "value": {"var": "a%d"}}, %s,
                      {"op": "set", "var": "a%d", "value": {"+": [{"var": "before"}, 1]}}]
                    """.formatted(i, i - 1, YIELD, i));
        }
        return """
                {"format": "countermand-scenario/1", "name": "lastzero", "objects": {%s},
                 "coroutines": {"last": [%s]%s,
                   "main": [%s, {"op": "sleep", "delay": 1}]}}
                """.formatted(objects, search, coroutines, spawns);
    }
}
