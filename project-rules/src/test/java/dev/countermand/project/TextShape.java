package dev.countermand.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes that can be seen in the text: of files, of lines, of functions in Python and JavaScript.
 */
final class TextShape {
    static final int MOST_FILE_LINES = 400;
    static final int MOST_LINE_COLUMNS = 100;
    static final int MOST_FUNCTION_LINES = 50;

    private static final Pattern PYTHON_FUNCTION =
            Pattern.compile("^(\\s*)(?:async\\s+)?def\\s+(\\w+)");
    private static final Pattern SCRIPT_FUNCTION = Pattern.compile(
            "^(\\s*)(?:export\\s+)?(?:default\\s+)?(?:async\\s+)?function\\s*\\*?\\s*(\\w*)");

    private TextShape() {}

    /** Files of code that are too long. */
    static List<Finding> longFiles(SourceFile file) {
        boolean code = file.isJava() || file.isPython() || file.isJavaScript();
        int lines = file.lines().size();
        return code && lines > MOST_FILE_LINES
                ? List.of(new Finding(file.path(), 0, lines + " lines; at most "
                        + MOST_FILE_LINES + ": it holds more than one idea"))
                : List.of();
    }

    /** Lines of Java that are too long. */
    static List<Finding> longLines(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        if (file.isJava()) {
            List<String> lines = file.lines();
            for (int i = 0; i < lines.size(); i++) {
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                if (columns > MOST_LINE_COLUMNS) {
                    findings.add(new Finding(file.path(), i + 1L,
                            columns + " columns; at most " + MOST_LINE_COLUMNS));
                }
            }
        }
        return findings;
    }

    /** Functions of Python and JavaScript that are too long. */
    static List<Finding> longFunctions(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        if (file.isPython()) {
            find(file, PYTHON_FUNCTION, findings);
        } else if (file.isJavaScript()) {
            find(file, SCRIPT_FUNCTION, findings);
        }
        return findings;
    }

    private static void find(SourceFile file, Pattern head, List<Finding> findings) {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            Matcher function = head.matcher(lines.get(i));
            if (function.find()) {
                int length = endOfBlock(lines, i, function.group(1).length()) - i;
                if (length > MOST_FUNCTION_LINES) {
                    findings.add(new Finding(file.path(), i + 1L, function.group(2) + " has "
                            + length + " lines; at most " + MOST_FUNCTION_LINES
                            + ": give its parts names"));
                }
            }
        }
    }

    /** The line after the last one that belongs to a block, judged by indentation. */
    private static int endOfBlock(List<String> lines, int start, int indentation) {
        int end = start + 1;
        for (int i = start + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean inside = line.length() - line.stripLeading().length() > indentation;
            boolean closing = line.strip().matches("[)}\\]].*");
            if (!line.isBlank() && !inside && !closing) {
                break;
            }
            if (!line.isBlank()) {
                end = i + 1;
            }
        }
        return end;
    }
}
