package dev.countermand.scenario.interpret;

import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.scenario.model.ExplorationOperation;
import dev.countermand.scenario.value.Operators;
import dev.countermand.scenario.value.Values;

/** Compiles what a scenario says to the explorer: checks, and what may or must happen to a task. */
final class ExplorationInstructions {
    private ExplorationInstructions() {}

    static Instruction compile(ExplorationOperation operation, Names names) {
        if (operation instanceof ExplorationOperation.Check check) {
            Evaluation that = Expressions.compile(check.that(), names);
            return frame -> {
                if (!Values.truth(that.in(frame))) {
                    frame.world.events().violated(frame.world.label(), check.message());
                }
            };
        }
        if (operation instanceof ExplorationOperation.MayCancel may) {
            Reference task = names.reference(may.task());
            Evaluation times = Expressions.compile(may.times(), names);
            return frame -> {
                // In Python this is nothing, so what is no task is no error either.
                if (task.getIfBound(frame) instanceof Task<?> cancellable) {
                    long most = Operators.times(times.in(frame));
                    SimLoop.running().mayCancel(
                            cancellable, (int) Math.min(Integer.MAX_VALUE, most), may.message());
                }
            };
        }
        ExplorationOperation.MustHonour must = (ExplorationOperation.MustHonour) operation;
        Reference task = names.reference(must.task());
        return frame -> {
            if (task.getIfBound(frame) instanceof Task<?> honouring) {
                frame.world.mustHonour().add(honouring);
            }
        };
    }
}
