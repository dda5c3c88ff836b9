package dev.countermand.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Java that a page shows, as a class that can be compiled. What the page takes for granted
 * (imports, the class around it, the variables it uses) stands in a frame, in which the line {@code
 * // shown} is replaced by the block.
 */
final class ShownJava {
    private static final String HERE = "// shown";

    private ShownJava() {}

    /** A block in its frame; its own imports go to the top. */
    static String framed(String frame, String block) {
        if (!frame.contains(HERE)) {
            throw new AssertionError("a frame needs a line \"" + HERE + "\"");
        }
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder();
        block.lines().forEach(line ->
                (line.startsWith("import ") ? imports : body).append(line).append('\n'));
        return imports + frame.replace(HERE, body.toString().strip());
    }

    /** Whether a block is a whole file, so that it needs no frame. */
    static boolean isWholeFile(String block) {
        return block.startsWith("import ") && block.contains("\nclass ")
                || block.startsWith("package ");
    }

    /** What the compiler says against a file, for Java 17 and with the class path of the tests. */
    static List<String> errorsOf(String text, Path output) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaFileObject file = new SimpleJavaFileObject(
                URI.create("string:///Shown.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            compiler.getTask(null, files, said,
                    List.of("--release", "17", "-proc:none", "-Xlint:none"), null, List.of(file))
                    .call();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<String> errors = new ArrayList<>();
        for (Diagnostic<?> diagnostic : said.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add("line " + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }
}
