package dev.countermand.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may not be written, and what to write instead. */
final class BannedWords {
    /** The classes that may look at a real clock: they say how long a search has taken. */
    static final List<String> WALL_CLOCK_CLASSES = List.of(
            "scenarios/src/main/java/dev/countermand/cli/terminal/StopWatch.java",
            "sim-junit/src/main/java/dev/countermand/junit/StopWatch.java");

    /** The threads of a search: each works on runs of its own. */
    private static final List<String> WORKERS = List.of(
            "explorer/src/main/java/dev/countermand/explore/search/Workers.java",
            "sim-junit/src/main/java/dev/countermand/junit/SearchThread.java");

    private static final String CLOCK = "a run may not depend on real time; use the loop's clock";
    private static final String SEED =
            "a run may not depend on chance; use RandomStream with a seed";
    private static final String ORDER = "its order differs from run to run; use the Linked class";
    private static final String THREAD =
            "a simulated loop has one thread; use the backends of the package direct";

    private static final List<Ban> IN_SIMULATION_CODE = List.of(
            new Ban("System\\s*\\.\\s*(nanoTime|currentTimeMillis)", CLOCK),
            new Ban("\\bInstant\\s*\\.\\s*now", CLOCK),
            new Ban("\\bLocalDateTime\\s*\\.\\s*now", CLOCK),
            new Ban("\\bThread\\s*\\.\\s*sleep", CLOCK),
            new Ban("\\bMath\\s*\\.\\s*random", SEED),
            new Ban("\\bnew\\s+Random\\s*\\(", SEED),
            new Ban("\\bUUID\\s*\\.\\s*randomUUID", SEED),
            new Ban("\\bThreadLocalRandom\\b", SEED),
            new Ban("\\bidentityHashCode\\b",
                    "it differs from run to run; give the object a number"),
            new Ban("\\bnew\\s+Hash(Map|Set)\\b", ORDER),
            new Ban("\\bForkJoinPool\\s*\\.\\s*commonPool", THREAD),
            new Ban("\\bparallelStream\\b", THREAD),
            new Ban("\\bnew\\s+Thread\\s*\\(", THREAD));

    /** Split in two, so that this file does not break its own rule. */
    private static final Ban MARKERS = new Ban(
            "\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled\\b",
            "finish it, or write an issue");

    private static final Ban REGISTRIES = new Ban(
            "repo1?\\.maven\\.(org|apache\\.org)|central\\.sona" + "type|registry\\.npm" + "js"
                    + "|\\bpypi\\." + "org|files\\.python" + "hosted",
            "name packages by their coordinates, not by a host that may be another one tomorrow");

    private record Ban(Pattern pattern, String instead) {
        Ban(String regex, String instead) {
            this(Pattern.compile(regex), instead);
        }

        void find(SourceFile file, List<String> lines, List<Finding> findings) {
            for (int i = 0; i < lines.size(); i++) {
                Matcher found = pattern.matcher(lines.get(i));
                if (found.find()) {
                    findings.add(new Finding(
                            file.path(), i + 1L, "\"" + found.group() + "\": " + instead));
                }
            }
        }
    }

    private BannedWords() {}

    /** Calls that make a run depend on something else than its seed. */
    static List<Finding> inSimulationCode(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        if (file.isSimulationCode()) {
            List<String> code = JavaText.codeOnly(file.text()).lines().toList();
            for (Ban ban : IN_SIMULATION_CODE) {
                if (!isExempt(file, ban)) {
                    ban.find(file, code, findings);
                }
            }
        }
        return findings;
    }

    private static boolean isExempt(SourceFile file, Ban ban) {
        return ban.instead().equals(CLOCK) && WALL_CLOCK_CLASSES.contains(file.path())
                || ban.instead().equals(THREAD)
                        && (file.folder().endsWith("/dev/countermand/loop/direct")
                                || WORKERS.contains(file.path()));
    }

    /** Marks of work that is not finished. */
    static List<Finding> markers(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        MARKERS.find(file, file.lines(), findings);
        return findings;
    }

    /** Hosts of package registries. */
    static List<Finding> registries(SourceFile file) {
        List<Finding> findings = new ArrayList<>();
        REGISTRIES.find(file, file.lines(), findings);
        return findings;
    }
}
