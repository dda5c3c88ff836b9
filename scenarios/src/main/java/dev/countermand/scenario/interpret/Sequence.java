package dev.countermand.scenario.interpret;

/** The operations of one body, and where each stands in the document. */
final class Sequence {
    final Instruction[] instructions;
    final String[] pointers;

    Sequence(Instruction[] instructions, String[] pointers) {
        this.instructions = instructions;
        this.pointers = pointers;
    }
}
