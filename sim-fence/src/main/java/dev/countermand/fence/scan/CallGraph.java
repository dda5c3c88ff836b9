package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ScannedClass.Call;
import dev.countermand.fence.scan.ScannedClass.ScannedMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which method of the code under test may call which: by class hierarchy analysis, so that a call
 * of an interface's method may end in each class that was read and implements it. A reference to a
 * method, and so a lambda, counts as called where it is made.
 */
final class CallGraph {
    private final CodeUnderTest code;
    private final Map<String, List<Node>> byName = new LinkedHashMap<>();

    CallGraph(CodeUnderTest code) {
        this.code = code;
        for (ScannedClass type : code.classes()) {
            for (ScannedMethod method : type.methods()) {
                byName.computeIfAbsent(method.name() + method.descriptor(),
                        key -> new ArrayList<>()).add(new Node(type, method));
            }
        }
    }

    /** A method of a class. */
    record Node(String type, String method, String descriptor) {
        Node(ScannedClass type, ScannedMethod method) {
            this(type.name(), method.name(), method.descriptor());
        }
    }

    /**
     * How many calls it takes to come to each method.
     *
     * @param places where the calls begin, such as {@code Lease.java:31}
     * @return only what can be reached, with 0 for the methods at the places themselves
     */
    Map<Node, Integer> distances(List<String> places) {
        Map<Node, Integer> distances = new LinkedHashMap<>();
        Deque<Node> waiting = new ArrayDeque<>();
        for (String place : places) {
            for (Node node : at(place)) {
                if (distances.putIfAbsent(node, 0) == null) {
                    waiting.add(node);
                }
            }
        }
        Map<Node, ScannedMethod> bodies = bodies();
        while (!waiting.isEmpty()) {
            Node from = waiting.poll();
            for (Call call : bodies.get(from).body().calls()) {
                for (Node to : targets(call)) {
                    if (distances.putIfAbsent(to, distances.get(from) + 1) == null) {
                        waiting.add(to);
                    }
                }
            }
        }
        return distances;
    }

    private Map<Node, ScannedMethod> bodies() {
        Map<Node, ScannedMethod> bodies = new LinkedHashMap<>();
        for (ScannedClass type : code.classes()) {
            type.methods().forEach(method -> bodies.put(new Node(type, method), method));
        }
        return bodies;
    }

    private List<Node> targets(Call call) {
        String declaring = code.declaringClass(call.owner(), call.name(), call.descriptor());
        return byName.getOrDefault(call.name() + call.descriptor(), List.of()).stream()
                .filter(node -> node.type.equals(declaring)
                        || code.isSubtype(node.type, call.owner()))
                .toList();
    }

    /** The methods at a place: the shortest, as a method also spans the lambdas in it. */
    private List<Node> at(String place) {
        int colon = place.lastIndexOf(':');
        if (colon < 0 || !place.substring(colon + 1).matches("[0-9]{1,9}")) {
            return List.of();
        }
        String file = place.substring(0, colon);
        int line = Integer.parseInt(place.substring(colon + 1));
        record Candidate(Node node, int length) {}

        return code.classes().stream()
                .filter(type -> type.head().file().equals(file))
                .flatMap(type -> type.methods().stream()
                        .filter(method -> method.lines().has(line))
                        .map(method -> new Candidate(
                                new Node(type, method), method.lines().length())))
                .min(Comparator.comparingInt(Candidate::length))
                .map(candidate -> List.of(candidate.node))
                .orElse(List.of());
    }
}
