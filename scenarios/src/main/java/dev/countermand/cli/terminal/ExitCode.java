package dev.countermand.cli.terminal;

/** How a command ends. The numbers are part of the command line's contract. */
public enum ExitCode {
    /** Nothing was found. */
    CLEAN(0),
    /** A violation was found, or reproduced; or levels that were compared differ. */
    VIOLATION(1),
    /** The input or the usage is wrong. */
    BAD_INPUT(2),
    /** A replayed run was another run than the recorded one. */
    DIVERGED(3),
    /** A defect of Countermand itself ({@code EX_SOFTWARE} of sysexits.h). */
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }
}
