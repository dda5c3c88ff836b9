package dev.countermand.scenario.interpret;

import dev.countermand.loop.SimLoop;
import dev.countermand.scenario.model.RunnerOperation;

/** Compiles what a program does to the Runner and the loop that run it. */
final class RunnerInstructions {
    private RunnerInstructions() {}

    static Instruction compile(RunnerOperation operation, Compiler compiler) {
        if (operation instanceof RunnerOperation.Interrupt) {
            return frame -> frame.world.simulation().signals().interrupt();
        }
        if (operation instanceof RunnerOperation.Stop) {
            return frame -> SimLoop.running().stop();
        }
        RunnerOperation.RunNested nested = (RunnerOperation.RunNested) operation;
        Code code = compiler.coroutine(nested.coroutine());
        return frame -> frame.world.runner().run(frame.world.invoke(code, new Object[0]));
    }
}
