package dev.countermand.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sizes and names of the classes and methods of a Java file, as the compiler reads them. */
final class JavaShape {
    static final int MOST_METHOD_LINES = 50;
    static final int MOST_CONSTRUCTOR_PARAMETERS = 5;

    private static final Pattern VAGUE_NAME =
            Pattern.compile("(^|[a-z0-9])(Utils?|Helpers?|Manager|Common)([A-Z0-9]|$)");

    private JavaShape() {}

    static List<Finding> findings(List<SourceFile> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, diagnostic -> {}, List.of("-proc:none"), null,
                files.stream().map(InMemory::new).toList());
        // The compiler wraps the objects it is given, but keeps their addresses.
        Map<URI, SourceFile> byUri = files.stream().collect(
                Collectors.toMap(JavaShape::addressOf, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                SourceFile file = byUri.get(unit.getSourceFile().toUri());
                new Scanner(file, unit, Trees.instance(task), findings).scan(unit, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return findings;
    }

    private static URI addressOf(SourceFile file) {
        return URI.create("string:///" + file.path());
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final SourceFile file;

        InMemory(SourceFile file) {
            super(addressOf(file), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Finding> findings;

        Scanner(SourceFile file, CompilationUnitTree unit, Trees trees, List<Finding> findings) {
            this.file = file;
            this.unit = unit;
            this.positions = trees.getSourcePositions();
            this.findings = findings;
        }

        private long firstLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
        }

        private long lastLine(Tree tree) {
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
        }

        private void report(Tree tree, String message) {
            findings.add(new Finding(file.path(), firstLine(tree), message));
        }

        @Override
        public Void visitImport(ImportTree node, Void unused) {
            if (node.getQualifiedIdentifier().toString().endsWith(".*")) {
                report(node, "a wildcard import hides what is used; name the classes");
            }
            return super.visitImport(node, unused);
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            String name = node.getSimpleName().toString();
            if (VAGUE_NAME.matcher(name).find()) {
                report(node, name + " says nothing; name the one idea the class stands for");
            }
            if (node.getKind() == Tree.Kind.RECORD) {
                countParameters(node, name, node.getMembers().stream()
                        .filter(Scanner::isComponent)
                        .count());
            }
            return super.visitClass(node, unused);
        }

        private static boolean isComponent(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private void countParameters(Tree where, String name, long parameters) {
            if (parameters > MOST_CONSTRUCTOR_PARAMETERS) {
                report(where, "the constructor of " + name + " has " + parameters
                        + " parameters; at most " + MOST_CONSTRUCTOR_PARAMETERS
                        + ": some of them are one thing that has no name yet");
            }
        }

        @Override
        public Void visitMethod(MethodTree node, Void unused) {
            ClassTree owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean constructor = node.getName().contentEquals("<init>");
            if (constructor && owner.getKind() != Tree.Kind.ENUM) {
                countParameters(node, owner.getSimpleName().toString(),
                        node.getParameters().size());
            }
            long lines = lastLine(node) - firstLine(node) + 1;
            if (lines > MOST_METHOD_LINES) {
                report(node, node.getName() + " has " + lines + " lines; at most "
                        + MOST_METHOD_LINES + ": give its parts names");
            }
            return super.visitMethod(node, unused);
        }
    }
}
