package dev.countermand.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fenced blocks of code of the pages that people read. */
final class CodeBlocks {
    private static final String FENCE = "```";

    private CodeBlocks() {}

    /**
     * One block.
     *
     * @param page the file that it is in
     * @param language what its fence names, or nothing
     * @param number the how manieth of that language it is on its page, from 1
     * @param text what it holds
     */
    record Block(String page, String language, int number, String text) {
        /** A name that a file can have. */
        String name() {
            return page.replace('/', '_') + "-" + number;
        }
    }

    /** The pages: all Markdown but what tests compare with. */
    static List<SourceFile> pages(Repository repository) {
        return repository.files().stream()
                .filter(SourceFile::isMarkdown)
                .filter(file -> !file.path().contains("/src/test/resources/"))
                .toList();
    }

    /** All blocks of a page, those without a language too. */
    static List<Block> of(SourceFile page) {
        List<Block> blocks = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        String language = null;
        for (String line : page.lines()) {
            boolean fence = line.startsWith(FENCE);
            if (fence && language == null) {
                language = line.substring(FENCE.length()).strip();
                text.setLength(0);
            } else if (fence) {
                int number = numbers.merge(language, 1, Integer::sum);
                blocks.add(new Block(page.path(), language, number, text.toString()));
                language = null;
            } else if (language != null) {
                text.append(line).append('\n');
            }
        }
        if (language != null) {
            throw new AssertionError(page.path() + ": a block of code has no end");
        }
        return blocks;
    }

    /** All blocks of a language, on all pages. */
    static List<Block> in(Repository repository, String language) {
        return pages(repository).stream()
                .flatMap(page -> of(page).stream())
                .filter(block -> block.language().equals(language))
                .toList();
    }
}
