package dev.countermand.report.export;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.json.AsciiText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who cancelled whom, and through which scopes, as a graph. */
public final class CancelGraph {
    private static final int LONGEST_NAME = 60;

    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(int from, int to, String label) {}

    private CancelGraph(TraceDocument document) {
        for (TraceEvent event : document.events()) {
            if (event instanceof TraceEvent.Cancelled cancelled) {
                add(cancelled);
            }
        }
    }

    private void add(TraceEvent.Cancelled cancelled) {
        List<String> way = new ArrayList<>();
        List<String> chain = cancelled.chain();
        boolean fromOutside = !chain.isEmpty()
                && (chain.get(0).equals("explorer") || chain.get(0).equals("SIGINT"));
        String by = fromOutside ? null : cancelled.by();
        if (by != null) {
            way.add("task " + by);
        }
        for (String scope : chain) {
            // A task's scopes are its own: two timeouts of two tasks are two nodes.
            String owner = by == null || scope.startsWith("task ") ? "" : " in " + by;
            way.add(scope + owner);
        }
        if (way.isEmpty()) {
            way.add("the host");
        }
        way.add("task " + cancelled.task());
        for (int i = 1; i < way.size(); i++) {
            Edge edge = new Edge(node(way.get(i - 1)), node(way.get(i)),
                    i == way.size() - 1 ? "step " + cancelled.stamp().step() : "");
            if (edge.from() != edge.to() && !edges.contains(edge)) {
                edges.add(edge);
            }
        }
    }

    private int node(String name) {
        return nodes.computeIfAbsent(name, it -> nodes.size());
    }

    /**
     * The graph for Graphviz.
     *
     * @return DOT in ASCII
     */
    public static String dot(TraceDocument document) {
        CancelGraph graph = new CancelGraph(document);
        StringBuilder out = new StringBuilder("digraph cancellations {\n  rankdir=LR;\n");
        graph.nodes.forEach((name, id) -> out.append("  n").append(id).append(" [label=\"")
                .append(shown(name).replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\", shape=").append(name.startsWith("task ") ? "box" : "ellipse")
                .append("];\n"));
        for (Edge edge : graph.edges) {
            out.append("  n").append(edge.from()).append(" -> n").append(edge.to());
            if (!edge.label().isEmpty()) {
                out.append(" [label=\"").append(edge.label()).append("\"]");
            }
            out.append(";\n");
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
        graph.nodes.forEach((name, id) -> {
            boolean isTask = name.startsWith("task ");
            out.append("  n").append(id).append(isTask ? "[\"" : "([\"").append(entities(name))
                    .append(isTask ? "\"]\n" : "\"])\n");
        });
        for (Edge edge : graph.edges) {
            out.append("  n").append(edge.from()).append(" -->");
            if (!edge.label().isEmpty()) {
                out.append("|").append(edge.label()).append("|");
            }
            out.append(" n").append(edge.to()).append("\n");
        }
        return out.toString();
    }

    private static String shown(String name) {
        return AsciiText.cut(name, LONGEST_NAME);
    }

    /** Mermaid has entity codes for what would otherwise be read as Markdown, HTML or syntax. */
    private static String entities(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : shown(name).toCharArray()) {
            if (c == ' ' || c == '-' || c == '_' || c == '.' || Character.isLetterOrDigit(c)) {
                out.append(c);
            } else {
                out.append('#').append((int) c).append(';');
            }
        }
        return out.toString();
    }
}
