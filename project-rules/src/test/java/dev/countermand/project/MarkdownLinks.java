package dev.countermand.project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links in Markdown that lead to files of the repository. */
final class MarkdownLinks {
    private static final Pattern LINK =
            Pattern.compile("\\]\\(<?([^)>\\s]+)>?(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z][a-z0-9+.-]*:|#)");

    private MarkdownLinks() {}

    /** The links that lead nowhere. */
    static List<Finding> broken(SourceFile file, Predicate<String> exists) {
        List<Finding> findings = new ArrayList<>();
        if (!file.isMarkdown()) {
            return findings;
        }
        List<String> lines = file.lines();
        boolean inFence = false;
        for (int i = 0; i < lines.size(); i++) {
            inFence ^= lines.get(i).stripLeading().startsWith("```");
            Matcher link = LINK.matcher(lines.get(i));
            while (!inFence && link.find()) {
                String target = link.group(1);
                if (!ELSEWHERE.matcher(target).find() && !exists.test(resolve(file, target))) {
                    findings.add(new Finding(
                            file.path(), i + 1L, "there is no file " + target));
                }
            }
        }
        return findings;
    }

    private static String resolve(SourceFile file, String target) {
        String path = target.replaceFirst("#.*", "");
        List<String> parts = new ArrayList<>();
        String from = path.startsWith("/") ? "" : file.folder();
        for (String part : (from + "/" + path).split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
