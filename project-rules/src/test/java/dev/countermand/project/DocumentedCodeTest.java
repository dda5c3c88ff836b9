package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.report.TraceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Every block of code on every page is of a known language, and is what it says. */
class DocumentedCodeTest {
    private static final Repository REPOSITORY = Repository.here();
    private static final Pattern MODULES = Pattern.compile("mvn [^`\n]*-pl ([a-z,-]+)");
    private static final Pattern SCRIPT =
            Pattern.compile("(?<![\\w/.])((?:\\.ci|[a-z-]+/web)/[a-z]+(?:\\.sh)?)(?=[`\\s]|$)");

    @TempDir
    private Path output;

    static Stream<CodeBlocks.Block> java() {
        return CodeBlocks.in(REPOSITORY, "java").stream();
    }

    private static String frameOf(CodeBlocks.Block block) throws IOException {
        String name = "shown/" + block.name() + ".txt";
        try (InputStream in = DocumentedCodeTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the frame %s of the block", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("java")
    void javaCompiles(CodeBlocks.Block block) throws IOException {
        String text = ShownJava.isWholeFile(block.text())
                ? block.text() : ShownJava.framed(frameOf(block), block.text());
        assertThat(ShownJava.errorsOf(text, output)).as(block.page()).isEmpty();
    }

    @Test
    void allPagesAreSeen() {
        assertThat(CodeBlocks.pages(REPOSITORY)).extracting(SourceFile::path)
                .contains("README.md", "docs/quick-start.md", "examples/rate-limiter/README.md")
                .hasSizeGreaterThan(50);
        assertThat(java()).hasSizeGreaterThan(8);
    }

    @Test
    void whatDoesNotCompileIsNoticed() {
        String frame = "class Shown {\n    // shown\n}\n";
        assertThat(ShownJava.errorsOf(ShownJava.framed(frame, "int one = 1;\n"), output)).isEmpty();
        assertThat(ShownJava.errorsOf(ShownJava.framed(frame, "int one = \"1\";\n"), output))
                .singleElement().asString().startsWith("line 2: ");
        assertThat(ShownJava.errorsOf(ShownJava.framed(frame, "import gone.Gone;\n"), output))
                .singleElement().asString().startsWith("line 1: ");
    }

    @Test
    void noFrameIsLeftWithoutItsBlock() {
        List<String> frames = REPOSITORY.files().stream()
                .filter(file -> file.folder().endsWith("dev/countermand/project/shown"))
                .map(SourceFile::fileName)
                .toList();
        assertThat(frames).isNotEmpty().isSubsetOf(java().map(it -> it.name() + ".txt").toList());
    }

    @Test
    void blocksAreOfLanguagesThatAreChecked() {
        Set<String> languages = new LinkedHashSet<>();
        CodeBlocks.pages(REPOSITORY).forEach(page ->
                CodeBlocks.of(page).forEach(block -> languages.add(block.language())));
        assertThat(languages).containsExactlyInAnyOrder("", "java", "xml", "json");
    }

    @Test
    void xmlIsWellFormed() {
        List<CodeBlocks.Block> blocks = CodeBlocks.in(REPOSITORY, "xml");
        assertThat(blocks).isNotEmpty().allSatisfy(block ->
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                        .parse(new InputSource(new StringReader(block.text()))));
    }

    private static void read(String trace) {
        TraceReader.read("the block", trace.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void jsonIsAWholeTraceThatTheReaderTakes() {
        List<CodeBlocks.Block> blocks = CodeBlocks.in(REPOSITORY, "json");
        assertThat(blocks).isNotEmpty().allSatisfy(block ->
                assertThatCode(() -> read(block.text())).doesNotThrowAnyException());
        assertThatThrownBy(() -> read(blocks.get(0).text().replace("verdict", "verdikt")))
                .hasMessageContaining("verdikt");
    }

    @Test
    void modulesAndScriptsInCommandsAreThere() {
        Set<String> named = new LinkedHashSet<>();
        for (SourceFile page : CodeBlocks.pages(REPOSITORY)) {
            Matcher modules = MODULES.matcher(page.text());
            while (modules.find()) {
                for (String module : modules.group(1).split(",")) {
                    named.add(module + "/pom.xml");
                }
            }
            Matcher script = SCRIPT.matcher(page.text());
            while (script.find()) {
                named.add(script.group(1));
            }
        }
        assertThat(named).contains("sim-loop/pom.xml", ".ci/run", "trace-page/web/ci.sh")
                .allSatisfy(path -> assertThat(REPOSITORY.contains(path)).as(path).isTrue());
    }
}
