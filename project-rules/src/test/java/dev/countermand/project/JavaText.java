package dev.countermand.project;

/** Java source as text, without what the compiler does not read. */
final class JavaText {
    private JavaText() {}

    /** The same text with comments and the insides of literals blanked, line for line. */
    static String codeOnly(String source) {
        StringBuilder code = new StringBuilder(source.length());
        int at = 0;
        while (at < source.length()) {
            int end = endOfBlank(source, at);
            if (end == at) {
                code.append(source.charAt(at));
                at++;
            } else {
                for (; at < end; at++) {
                    code.append(source.charAt(at) == '\n' ? '\n' : ' ');
                }
            }
        }
        return code.toString();
    }

    /** Where the comment or literal ends that begins here; this very place if none does. */
    private static int endOfBlank(String source, int at) {
        if (source.startsWith("//", at)) {
            return orEnd(source, source.indexOf('\n', at));
        }
        if (source.startsWith("/*", at)) {
            return orEnd(source, source.indexOf("*/", at + 2) + 2);
        }
        if (source.startsWith("\"\"\"", at)) {
            return orEnd(source, source.indexOf("\"\"\"", at + 3) + 3);
        }
        char quote = source.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at;
        }
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote
                && source.charAt(end) != '\n') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private static int orEnd(String source, int end) {
        return end < 3 ? source.length() : end;
    }
}
