package dev.countermand.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of the table: a loop step, or what happened between two of them. */
final class Row {
    private final long step;
    private final long nanos;
    private final Place place;
    private final int firstEvent;
    private final Map<String, List<String>> cells = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private String actor = "";
    private boolean ofCallback;
    private boolean departs;
    private boolean violates;

    /**
     * Begins a row.
     *
     * @param firstEvent how many events of the document came before it
     */
    Row(long step, long nanos, Place place, int firstEvent) {
        this.step = step;
        this.nanos = nanos;
        this.place = place;
        this.firstEvent = firstEvent;
    }

    /** Where a row stands among the steps. */
    enum Place {
        /** It is a step. */
        STEP,
        /** It lies between a step and the next. */
        AFTER_STEP
    }

    long step() {
        return step;
    }

    long nanos() {
        return nanos;
    }

    Place place() {
        return place;
    }

    /** How many events of the document came before it. */
    int firstEvent() {
        return firstEvent;
    }

    /** {@code 12}, or {@code 12+} for what happened after step 12 and before step 13. */
    String number() {
        return step + (place == Place.STEP ? "" : "+");
    }

    /** Adds what a task did, or what was done to it. */
    void add(String task, String phrase) {
        cells.computeIfAbsent(task, name -> new ArrayList<>()).add(phrase);
    }

    /** Whether something was noted of a task that begins with these words. */
    boolean has(String task, String beginning) {
        return cells.getOrDefault(task, List.of()).stream()
                .anyMatch(phrase -> phrase.startsWith(beginning));
    }

    /** Adds what belongs to no task. */
    void remark(String text) {
        remarks.add(text);
    }

    /** Notes whose step it is. */
    void setActor(String what, boolean isCallback) {
        actor = what;
        ofCallback = isCallback;
    }

    /** The task or the callback whose step it is, empty between steps. */
    String actor() {
        return actor;
    }

    /** Whether the step is a callback's. */
    boolean isOfCallback() {
        return ofCallback;
    }

    void markDeparture() {
        departs = true;
    }

    void markViolation() {
        violates = true;
    }

    boolean departs() {
        return departs;
    }

    boolean violates() {
        return violates;
    }

    boolean isMarked() {
        return departs || violates;
    }

    Map<String, List<String>> cells() {
        return cells;
    }

    List<String> remarks() {
        return remarks;
    }
}
