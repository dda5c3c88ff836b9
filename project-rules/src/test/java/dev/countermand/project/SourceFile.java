package dev.countermand.project;

import java.util.List;

/**
 * One text file of the repository.
 *
 * @param path its path from the root of the repository, with slashes
 * @param text what it holds
 */
record SourceFile(String path, String text) {
    List<String> lines() {
        return text.lines().toList();
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isPython() {
        return path.endsWith(".py");
    }

    boolean isJavaScript() {
        return path.endsWith(".js") || path.endsWith(".mjs") || path.endsWith(".ts");
    }

    boolean isMarkdown() {
        return path.endsWith(".md");
    }

    /** Whether it is code of a module that is part of a simulation, and not a test. */
    boolean isSimulationCode() {
        return isJava() && path.contains("/src/main/") && !path.startsWith("real-loop/")
                && !path.startsWith("benchmarks/") && !path.startsWith("examples/");
    }
}
