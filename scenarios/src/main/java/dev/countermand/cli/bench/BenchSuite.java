package dev.countermand.cli.bench;

import dev.countermand.cli.source.Library;
import dev.countermand.cli.source.ScenarioSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the benchmark consists of: the bugs of the library, and ports of known programs. */
public final class BenchSuite {
    private static final String FOLDER = "/dev/countermand/scenario/bench/";
    private static final String FIXED = "-fixed";

    private final List<Subject> subjects;

    private BenchSuite(List<Subject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    /**
     * One program that has a bug.
     *
     * @param name its name
     * @param broken the scenario that has the bug
     * @param repaired the one in which it is repaired; null for a port, which has none
     * @param naive what the naive harness needs; null for a port
     */
    public record Subject(
            String name,
            ScenarioSource broken,
            @Nullable ScenarioSource repaired,
            @Nullable Naive naive) {
        /** Whether its races need any order of the ready queue. */
        public boolean isAdversarial() {
            return repaired == null;
        }
    }

    /**
     * What a harness of a hundred lines needs on CPython for a bug, in runs on average.
     *
     * @param id the bug's number in the collection it comes from
     * @param random with every choice drawn at random
     * @param sweep with the position of the cancel swept; null for a bug without a cancel
     */
    public record Naive(String id, double random, @Nullable Double sweep) {
        /** The better of the two. */
        public double best() {
            return sweep == null ? random : Math.min(random, sweep);
        }
    }

    /** Reads the suite. */
    public static BenchSuite read() {
        JsonNode root = new ObjectMapper().readTree(resource("cancelbench.json"));
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode bug : root.get("bugs")) {
            String name = bug.get("name").asString();
            JsonNode sweep = bug.get("naive_sweep");
            subjects.add(new Subject(name, Library.require(name), Library.require(name + FIXED),
                    new Naive(bug.get("id").asString(), bug.get("naive_random").asDouble(),
                            sweep.isNull() ? null : sweep.asDouble())));
        }
        for (JsonNode program : root.get("programs")) {
            String name = program.asString();
            String file = name + ".scenario.json";
            subjects.add(new Subject(
                    name, ScenarioSource.builtIn(name, file, resource(file)), null, null));
        }
        return new BenchSuite(subjects);
    }

    private static byte[] resource(String file) {
        try (InputStream in = BenchSuite.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All programs, the bugs first. */
    public List<Subject> subjects() {
        return subjects;
    }
}
