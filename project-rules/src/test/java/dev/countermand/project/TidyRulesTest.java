package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of {@link TidyTest} do find what they are there to find. */
class TidyRulesTest {
    private static final String MAIN = "sim-loop/src/main/java/dev/countermand/loop/A.java";

    private static SourceFile java(String path, String text) {
        return new SourceFile(path, text);
    }

    private static List<Finding> shape(String text) {
        return JavaShape.findings(List.of(java(MAIN, text)));
    }

    @Test
    void aFileOf400LinesIsAllowedAndOneMoreIsNot() {
        assertThat(TextShape.longFiles(java(MAIN, "x\n".repeat(400)))).isEmpty();
        assertThat(TextShape.longFiles(java(MAIN, "x\n".repeat(401)))).hasSize(1);
        assertThat(TextShape.longFiles(new SourceFile("a.py", "x\n".repeat(401)))).hasSize(1);
        assertThat(TextShape.longFiles(new SourceFile("a.mjs", "x\n".repeat(401)))).hasSize(1);
    }

    @Test
    void aLineOf100ColumnsIsAllowedAndOneMoreIsNot() {
        String line = "é".repeat(100);
        assertThat(TextShape.longLines(java(MAIN, line))).isEmpty();
        assertThat(TextShape.longLines(java(MAIN, "a\n" + line + "x")))
                .extracting(Finding::line).containsExactly(2L);
    }

    @Test
    void aMethodOf50LinesIsAllowedAndOneMoreIsNot() {
        String head = "class A {\n  void run() {\n";
        assertThat(shape(head + "\n".repeat(48) + "}}")).isEmpty();
        assertThat(shape(head + "\n".repeat(49) + "}}"))
                .extracting(Finding::line).containsExactly(2L);
    }

    @Test
    void aPythonFunctionIsMeasuredByItsIndentation() {
        String code = "class A:\n    async def run(self):\n" + "        x\n".repeat(49);
        assertThat(TextShape.longFunctions(new SourceFile("a.py", code + "    y = 1\n"))).isEmpty();
        assertThat(TextShape.longFunctions(new SourceFile("a.py", code + "\n        y\n")))
                .extracting(Finding::line).containsExactly(2L);
    }

    @Test
    void aScriptFunctionIsMeasuredToItsClosingBrace() {
        String code = "async function run() {\n" + "  x;\n".repeat(48) + "}\n";
        assertThat(TextShape.longFunctions(new SourceFile("a.js", code + "y;\n"))).isEmpty();
        String longer = code.replaceFirst("x", "x\n  z");
        assertThat(TextShape.longFunctions(new SourceFile("a.js", longer))).hasSize(1);
    }

    @Test
    void fiveParametersAreAllowedAndOneMoreIsNot() {
        assertThat(shape("class A { A(int a, int b, int c, int d, int e) {} }")).isEmpty();
        assertThat(shape("class A { A(int a, int b, int c, int d, int e, int f) {} }")).hasSize(1);
        assertThat(shape("record A(int a, int b, int c, int d, int e) { static int F; }"))
                .isEmpty();
        assertThat(shape("record A(int a, int b, int c, int d, int e, int f) {}")).hasSize(1);
        assertThat(shape("enum A { X; A(int a, int b, int c, int d, int e, int f) {} }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Utils", "StringUtils", "TestHelper", "LoopManager", "Common", "CommonX"
    })
    void aClassNameThatSaysNothingIsFound(String name) {
        assertThat(shape("class " + name + " {}")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Utilisation", "Commonality", "Loop", "Uncommon"})
    void aClassNameThatOnlyLooksSimilarIsNot(String name) {
        assertThat(shape("class " + name + " {}")).isEmpty();
    }

    @Test
    void aWildcardImportIsFound() {
        assertThat(shape("import java.util.*; class A {}")).hasSize(1);
        assertThat(shape("import java.util.List; class A {}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "long t = System.nanoTime();", "System.currentTimeMillis()", "Thread.sleep(5);",
        "Math.random()", "new Random(5)", "UUID.randomUUID()", "System.identityHashCode(x)",
        "new HashMap<>()", "new HashSet<>(list)", "ThreadLocalRandom.current()", "Instant.now()",
        "LocalDateTime.now()", "ForkJoinPool.commonPool()", "list.parallelStream()",
        "new Thread(work)"
    })
    void aCallThatMakesRunsDifferIsFoundInCodeOnly(String call) {
        assertThat(BannedWords.inSimulationCode(java(MAIN, "class A { " + call + " }"))).hasSize(1);
        String quoted = "// " + call + "\n/* " + call + "\n*/ String s = \"\\\"" + call + "\";";
        assertThat(BannedWords.inSimulationCode(java(MAIN, quoted))).isEmpty();
        assertThat(BannedWords.inSimulationCode(java(MAIN.replace("main", "test"), call)))
                .isEmpty();
    }

    @Test
    void linkedCollectionsAndSeededStreamsAreAllowed() {
        assertThat(BannedWords.inSimulationCode(java(MAIN,
                "new LinkedHashMap<>(); new LinkedHashSet<>(); new RandomStream(5);"))).isEmpty();
    }

    @Test
    void onlyTheirOwnPlacesMayMakeThreadsAndLookAtTheClock() {
        String direct = "sim-loop/src/main/java/dev/countermand/loop/direct/A.java";
        assertThat(BannedWords.inSimulationCode(java(direct, "new Thread(work);"))).isEmpty();
        assertThat(BannedWords.inSimulationCode(java(direct, "System.nanoTime();"))).hasSize(1);
        assertThat(BannedWords.inSimulationCode(
                java(BannedWords.WALL_CLOCK_CLASSES.get(0), "System.nanoTime();"))).isEmpty();
        assertThat(BannedWords.inSimulationCode(
                java(BannedWords.WALL_CLOCK_CLASSES.get(0), "new Thread(work);"))).hasSize(1);
    }

    @Test
    void marksOfUnfinishedWorkAreFoundInCommentsToo() {
        for (String mark : List.of("TO" + "DO", "FIX" + "ME", "XX" + "X", "@Dis" + "abled")) {
            assertThat(BannedWords.markers(java(MAIN, "// " + mark + ": later"))).hasSize(1);
        }
        assertThat(BannedWords.markers(java(MAIN, "\\\\uXX" + "XX"))).isEmpty();
    }

    @Test
    void hostsOfRegistriesAreFoundAndSchemasAreNot() {
        assertThat(BannedWords.registries(
                new SourceFile("a.md", "see repo1.maven." + "org/maven2"))).hasSize(1);
        assertThat(BannedWords.registries(
                new SourceFile("pom.xml", "http://maven.apache.org/POM/4.0.0"))).isEmpty();
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        String text = "[a](b.md#x) [c](../d.md) [e](https://example.org/f) [g](#h)\n"
                + "```\n[i](j)\n```\n";
        SourceFile file = new SourceFile("docs/a.md", text);
        assertThat(MarkdownLinks.broken(file, List.of("docs/b.md", "d.md")::contains)).isEmpty();
        assertThat(MarkdownLinks.broken(file, path -> false)).hasSize(2);
    }
}
