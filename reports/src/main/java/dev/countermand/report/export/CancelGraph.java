package dev.countermand.report.export;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who cancelled whom, and through which scopes, as a graph.
 *
 * <p>Tasks are boxes, scopes are round. An arrow into a cancelled task says in which steps. At most
 * {@value #MOST_EDGES} arrows are drawn: Mermaid refuses a graph of 500, and nobody reads one.
 */
public final class CancelGraph {
    /** The most arrows of a graph. */
    public static final int MOST_EDGES = 200;

    private static final int LONGEST_NAME = 60;
    private static final int MOST_STEPS = 3;
    private static final String TASK = "task ";

    /** The scope whose name begins like that of a task. */
    private static final String TASK_GROUP = "task group";

    private final Map<Node, Integer> nodes = new LinkedHashMap<>();
    private final Map<Edge, Set<Long>> edges = new LinkedHashMap<>();
    private int leftOut;

    /** A box if it is a task, else a scope or one who asked. */
    private record Node(boolean isTask, String name) {}

    private record Edge(int from, int to) {}

    private CancelGraph(TraceDocument document) {
        for (TraceEvent event : document.events()) {
            if (event instanceof TraceEvent.Cancelled cancelled) {
                add(cancelled);
            }
        }
    }

    private void add(TraceEvent.Cancelled cancelled) {
        List<Node> way = way(cancelled);
        if (edges.size() + way.size() - 1 > MOST_EDGES) {
            leftOut++;
            return;
        }
        for (int i = 1; i < way.size(); i++) {
            int from = node(way.get(i - 1));
            int to = node(way.get(i));
            if (from != to) {
                Set<Long> steps = edges.computeIfAbsent(
                        new Edge(from, to), edge -> new LinkedHashSet<>());
                if (i == way.size() - 1) {
                    steps.add(cancelled.stamp().step());
                }
            }
        }
    }

    /** From who asked to the task, through the scopes, outermost first. */
    private static List<Node> way(TraceEvent.Cancelled cancelled) {
        List<Node> way = new ArrayList<>();
        List<String> chain = cancelled.chain();
        boolean fromOutside = !chain.isEmpty()
                && (chain.get(0).equals("explorer") || chain.get(0).equals("SIGINT"));
        String owner = fromOutside ? null : cancelled.by();
        if (owner != null) {
            way.add(new Node(!isCallback(owner), owner));
        }
        for (String scope : chain) {
            if (scope.startsWith(TASK) && !scope.equals(TASK_GROUP)) {
                owner = scope.substring(TASK.length());
                way.add(new Node(true, owner));
            } else {
                // A task's scopes are its own: two timeouts of two tasks are two nodes.
                way.add(new Node(false, scope + (owner == null ? "" : " of " + owner)));
            }
        }
        if (way.isEmpty()) {
            way.add(new Node(false, "the host"));
        }
        way.add(new Node(true, cancelled.task()));
        return way;
    }

    /** The words with which the loop describes who is no task. */
    private static boolean isCallback(String by) {
        return by.equals("timer") || by.equals("callback") || by.startsWith("done callback of ");
    }

    private int node(Node node) {
        return nodes.computeIfAbsent(node, it -> nodes.size());
    }

    private static String label(Set<Long> steps) {
        List<String> shown = steps.stream().limit(MOST_STEPS).map(String::valueOf).toList();
        return steps.isEmpty() ? "" : (steps.size() == 1 ? "step " : "steps ")
                + String.join(" ", shown) + (steps.size() > MOST_STEPS ? " .." : "");
    }

    private String rest() {
        return "and " + leftOut + (leftOut == 1 ? " more cancellation" : " more cancellations");
    }

    /**
     * The graph for Graphviz.
     *
     * @return DOT in ASCII
     */
    public static String dot(TraceDocument document) {
        CancelGraph graph = new CancelGraph(document);
        StringBuilder out = new StringBuilder("digraph cancellations {\n  rankdir=LR;\n");
        graph.nodes.forEach((node, id) -> out.append("  n").append(id).append(" [label=\"")
                .append(shown(node.name).replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\", shape=").append(node.isTask ? "box" : "ellipse")
                .append("];\n"));
        graph.edges.forEach((edge, steps) -> {
            out.append("  n").append(edge.from).append(" -> n").append(edge.to);
            if (!steps.isEmpty()) {
                out.append(" [label=\"").append(label(steps)).append("\"]");
            }
            out.append(";\n");
        });
        if (graph.leftOut > 0) {
            out.append("  rest [label=\"").append(graph.rest()).append("\", shape=plaintext];\n");
        }
        return out.append("}\n").toString();
    }

    /**
     * The graph for Mermaid.
     *
     * @return a flowchart in ASCII
     */
    public static String mermaid(TraceDocument document) {
        CancelGraph graph = new CancelGraph(document);
        StringBuilder out = new StringBuilder("flowchart LR\n");
        graph.nodes.forEach((node, id) ->
                out.append("  n").append(id).append(node.isTask ? "[\"" : "([\"")
                        .append(entities(node.name)).append(node.isTask ? "\"]\n" : "\"])\n"));
        graph.edges.forEach((edge, steps) -> {
            out.append("  n").append(edge.from).append(" -->");
            if (!steps.isEmpty()) {
                out.append("|\"").append(label(steps)).append("\"|");
            }
            out.append(" n").append(edge.to).append("\n");
        });
        if (graph.leftOut > 0) {
            out.append("  rest[\"").append(graph.rest()).append("\"]\n");
        }
        return out.toString();
    }

    private static String shown(String name) {
        return name.isBlank() ? "\"" + AsciiText.escape(name) + "\""
                : AsciiText.cut(name, LONGEST_NAME);
    }

    /**
     * Mermaid has entity codes for what would otherwise be read as Markdown, HTML or syntax. A dot
     * or a dash before a blank would begin a list.
     */
    private static String entities(String name) {
        String text = shown(name);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isMark = (c == '.' || c == '-') && !text.startsWith(" ", i + 1);
            if (c == ' ' || c == '_' || isMark || Character.isLetterOrDigit(c)) {
                out.append(c);
            } else {
                out.append('#').append((int) c).append(';');
            }
        }
        return out.toString();
    }
}
