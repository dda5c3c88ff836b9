package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ScannedClass.Call;
import dev.countermand.fence.scan.ScannedClass.HashTable;
import dev.countermand.fence.scan.ScannedClass.ScannedMethod;
import dev.countermand.fence.scan.ScannedClass.StaticWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of the code under test that a schedule cannot decide. */
public final class Suspects {
    private static final String CONSTRUCTOR = "<init>";

    /** What has a state that goes on from run to run even if it has a seed. */
    private static final Set<String> GENERATORS = Set.of("Ljava/util/Random;",
            "Ljava/util/SplittableRandom;", "Ljava/util/random/RandomGenerator;");

    private static final int FAR = Integer.MAX_VALUE;

    private final CodeUnderTest code;
    private final CallGraph graph;
    private final List<Found> all = new ArrayList<>();

    private Suspects(CodeUnderTest code) {
        this.code = code;
        this.graph = new CallGraph(code);
    }

    /** A suspect and the method that it stands in. */
    private record Found(Suspect suspect, CallGraph.Node in) {}

    /** Looks through the code. */
    public static Suspects in(CodeUnderTest code) {
        Suspects suspects = new Suspects(code);
        for (ScannedClass type : code.classes()) {
            List<Found> found = new ArrayList<>();
            for (ScannedMethod method : type.methods()) {
                suspects.look(type, method, found);
            }
            // The order of methods in a class file is not that of the source.
            found.stream().sorted(Comparator.comparingInt(Suspects::line))
                    .forEach(suspects.all::add);
        }
        return suspects;
    }

    private static int line(Found found) {
        CodePlace place = found.suspect.place();
        return place == null ? 0 : place.line();
    }

    private void look(ScannedClass type, ScannedMethod method, List<Found> found) {
        CallGraph.Node in = new CallGraph.Node(type, method);
        for (Call call : method.body().calls()) {
            look(type, call).ifPresent(suspect -> found.add(new Found(suspect, in)));
        }
        for (HashTable table : method.body().tables()) {
            if (IdentityHash.isUsedBy(table.key(), code.start().getClassLoader())) {
                found.add(new Found(unordered(type, table), in));
            }
        }
        for (StaticWrite write : method.body().writes()) {
            if (method.isInitialiser() && GENERATORS.contains(write.type())) {
                found.add(new Found(sharedGenerator(type, write), in));
            } else if (!method.isInitialiser() && code.placeOf(write.owner()).isPresent()) {
                found.add(new Found(leftover(type, write), in));
            }
        }
    }

    private Optional<Suspect> look(ScannedClass type, Call call) {
        String owner = ScannedClass.dots(
                code.declaringClass(call.owner(), call.name(), call.descriptor()));
        return ForbiddenCalls.of(owner, call.name(), call.descriptor())
                .map(row -> new Suspect(row.cause(), type.place(call.line()),
                        words(owner, call.name()), row.instead()));
    }

    private static String words(String owner, String method) {
        return method.equals(CONSTRUCTOR)
                ? "makes a " + owner
                : "calls " + owner + "." + method;
    }

    private static Suspect unordered(ScannedClass type, HashTable table) {
        String made = simple(table.type());
        return new Suspect(Cause.HASH_ORDER, type.place(table.line()),
                "makes a " + made + " of " + simple(table.key()) + ", which has no hashCode",
                "use " + (made.endsWith("Set") ? "LinkedHashSet" : "LinkedHashMap"));
    }

    private static Suspect leftover(ScannedClass type, StaticWrite write) {
        return new Suspect(Cause.LEFTOVER, type.place(write.line()),
                "writes the static field " + write.field(),
                "the next run finds it so; make it an instance field");
    }

    private static Suspect sharedGenerator(ScannedClass type, StaticWrite write) {
        return new Suspect(Cause.LEFTOVER, type.place(write.line()),
                "keeps a random generator in the static field " + write.field(),
                "each run goes on where the last one ended; use sim.random()");
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }

    /** All of them: those of the start class first, then of the classes it names, by line. */
    public List<Suspect> all() {
        return distinct(all);
    }

    /**
     * All of them, ordered for a run that went wrong at some place: those first that the methods
     * there can reach, and of these those with the fewest calls, then by {@link Cause}. Orders of
     * hashes come after all that is as reachable, as they may be harmless.
     *
     * @param places such as {@code Lease.java:31}; others are ignored
     */
    public List<Suspect> near(List<String> places) {
        Map<CallGraph.Node, Integer> distances = graph.distances(places);
        List<Found> ordered = new ArrayList<>(all);
        ordered.sort(Comparator
                .comparing((Found it) -> !distances.containsKey(it.in))
                .thenComparing(it -> it.suspect.cause() == Cause.HASH_ORDER)
                .thenComparingInt(it -> distances.getOrDefault(it.in, FAR))
                .thenComparing(it -> it.suspect.cause()));
        return distinct(ordered);
    }

    /** One suspect a line and cause: a thread that is made and started is one. */
    private static List<Suspect> distinct(List<Found> found) {
        record Key(Cause cause, Object place) {}

        Map<Key, Suspect> kept = new LinkedHashMap<>();
        for (Found it : found) {
            CodePlace place = it.suspect.place();
            boolean known = place != null && place.line() > 0;
            kept.putIfAbsent(new Key(it.suspect.cause(), known ? place : it.suspect), it.suspect);
        }
        return List.copyOf(kept.values());
    }
}
