package dev.countermand.report.text;

import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.report.TraceDocument;
import java.util.ArrayList;
import java.util.List;

/** Who cancelled whom: for every cancellation the way it came, from its cause down to the task. */
final class CancelChains {
    private CancelChains() {}

    /**
     * One line for each cancellation, in order.
     *
     * @param untilStep the last step that counts: what the end of the run cancels later explains
     *     nothing
     */
    static List<String> of(TraceDocument document, long untilStep) {
        List<TraceEvent.Cancelled> shown = new ArrayList<>();
        for (TraceEvent event : document.events()) {
            if (event instanceof TraceEvent.Cancelled cancelled
                    && event.stamp().step() <= untilStep
                    && !isEndOfRun(cancelled, untilStep)) {
                shown.add(cancelled);
            }
        }
        int nameWidth = TextColumn.width(
                shown.stream().map(cancelled -> EventWords.name(cancelled.task())).toList());
        return shown.stream().map(cancelled -> line(cancelled, nameWidth)).toList();
    }

    /** At the very step of a deadlock the Runner closes: that is its consequence. */
    private static boolean isEndOfRun(TraceEvent.Cancelled cancelled, long untilStep) {
        return cancelled.stamp().step() == untilStep
                && !cancelled.chain().isEmpty()
                && cancelled.chain().get(0).equals("Runner.close");
    }

    /** One line: the task, padded to a width, when, and the way that the cancellation came. */
    static String line(TraceEvent.Cancelled cancelled, int nameWidth) {
        return TextColumn.pad(EventWords.name(cancelled.task()), nameWidth)
                + "  step " + cancelled.stamp().step() + ", "
                + VirtualTime.seconds(cancelled.stamp().nanos()) + "  " + way(cancelled)
                + (cancelled.message() == null
                        ? ""
                        : ", message \"" + EventWords.text(cancelled.message()) + '"');
    }

    private static String way(TraceEvent.Cancelled cancelled) {
        List<String> links = new ArrayList<>();
        List<String> chain = cancelled.chain();
        boolean fromOutside = !chain.isEmpty()
                && (chain.get(0).equals("explorer") || chain.get(0).equals("SIGINT"));
        String by = cancelled.by();
        if (by != null && !fromOutside) {
            links.add(EventWords.name(by));
        } else if (chain.isEmpty()) {
            links.add("the host");
        }
        String outer = "";
        for (String scope : chain) {
            // A signal is a scope when it arrives and again when the Runner answers it.
            if (!scope.equals(outer)) {
                links.add(EventWords.name(scope));
            }
            outer = scope;
        }
        return "by " + String.join(" -> ", links);
    }
}
