package dev.countermand.loop;

import dev.countermand.loop.Simulation.Interruption;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;

/**
 * Lets a SIGINT arrive between two loop steps, where the explorer says so; only in a simulation
 * that asks for it, as most programs do not claim to survive one at every moment.
 *
 * <p>At most two arrive in a run: the first one asks the main task to end, the second is what an
 * impatient user sends while it cleans up, and a third would find nothing new.
 */
final class InterruptInjector implements Alternatives {
    private static final int MOST = 2;

    private final Simulation simulation;
    private int left;

    InterruptInjector(Simulation simulation, Interruption interruption) {
        this.simulation = simulation;
        this.left = interruption == Interruption.BETWEEN_STEPS ? MOST : 0;
    }

    /** A moment between two steps. */
    void offer() {
        while (left > 0) {
            if (simulation.choices().choose(ChoiceKind.INTERRUPT, this, 2) == 0) {
                return;
            }
            left--;
            arrive();
        }
    }

    private void arrive() {
        AccessSink sink = Accesses.sink();
        if (sink == null) {
            simulation.signals().interrupt();
        } else {
            Signals signals = simulation.signals();
            sink.outsideBegins("SIGINT", signals, SimLoop.running().nanos());
            signals.interrupt();
            sink.stepEnds();
        }
    }

    @Override
    public String label() {
        return "SIGINT";
    }

    @Override
    public String describe(int picked) {
        return picked == 0 ? "none" : "SIGINT";
    }
}
