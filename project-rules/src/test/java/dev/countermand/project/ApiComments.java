package dev.countermand.project;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Public methods of a Java file whose comments name nothing of asyncio's. */
final class ApiComments {
    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");

    private final Set<String> names;
    private int methods;

    /** Creates the rule from all names that asyncio has. */
    ApiComments(Set<String> names) {
        this.names = names;
    }

    /** How many methods were looked at so far. */
    int methods() {
        return methods;
    }

    List<Finding> findings(SourceFile file) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(
                null, null, diagnostic -> {}, List.of("-proc:none"), null,
                List.of(new InMemory(file)));
        List<Finding> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(file, unit, DocTrees.instance(task), findings).scan(unit, null);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return findings;
    }

    private boolean namesOne(@Nullable String comment) {
        Matcher code = CODE.matcher(comment == null ? "" : comment);
        while (code.find()) {
            if (names.contains(code.group(1).strip().replaceFirst("\\(.*\\)$", ""))) {
                return true;
            }
        }
        return false;
    }

    private static final class InMemory extends SimpleJavaFileObject {
        private final SourceFile file;

        InMemory(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        private final SourceFile file;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final List<Finding> findings;

        Scanner(SourceFile file, CompilationUnitTree unit, DocTrees trees,
                List<Finding> findings) {
            this.file = file;
            this.unit = unit;
            this.trees = trees;
            this.findings = findings;
        }

        @Override
        public Void visitClass(ClassTree node, Void unused) {
            // A method of a class that users cannot name needs no name for them.
            boolean inUnit = getCurrentPath().getParentPath().getLeaf() == unit;
            return !inUnit || node.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    ? super.visitClass(node, unused)
                    : null;
        }

        @Override
        public Void visitMethod(MethodTree node, Void unused) {
            boolean concerned = node.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && node.getReturnType() != null
                    && node.getModifiers().getAnnotations().stream().noneMatch(
                            annotation -> annotation.toString().startsWith("@Override"));
            if (concerned) {
                methods++;
                if (!namesOne(trees.getDocComment(getCurrentPath()))) {
                    long line = unit.getLineMap().getLineNumber(
                            trees.getSourcePositions().getStartPosition(unit, node));
                    findings.add(new Finding(file.path(), line, node.getName()
                            + " does not say which name of asyncio it stands for"));
                }
            }
            return super.visitMethod(node, unused);
        }
    }
}
