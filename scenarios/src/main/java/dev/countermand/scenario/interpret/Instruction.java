package dev.countermand.scenario.interpret;

/** One operation of a body, ready to run. */
@FunctionalInterface
interface Instruction {
    /**
     * Does the operation, or begins it: it may enter a block or start to await something, which the
     * frame then goes on with.
     */
    void execute(Frame frame);
}
