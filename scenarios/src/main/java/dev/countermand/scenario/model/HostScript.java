package dev.countermand.scenario.model;

import java.util.List;

/**
 * How the scenario is driven from outside the loop.
 *
 * @param options the Runner's options
 * @param operations what the host does, in order
 * @param interrupts the virtual times, in seconds and not negative, at which SIGINT arrives while
 *     the loop runs, in the document's order
 */
public record HostScript(
        RunnerOptions options, List<HostOperation> operations, List<Double> interrupts) {

    /** Copies the lists. */
    public HostScript {
        operations = List.copyOf(operations);
        interrupts = List.copyOf(interrupts);
    }
}
