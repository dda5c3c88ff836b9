package dev.countermand.cli;

import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.report.TraceException;
import dev.countermand.scenario.read.ScenarioException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed when a command cannot do its work: one line on standard error. */
final class Complaints {
    private final Surroundings surroundings;

    Complaints(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A command line that picocli, or an option's own check, refuses. */
    int usage(ParameterException refusal, String[] arguments) {
        Throwable cause = refusal.getCause();
        if (cause instanceof UserError mistake) {
            return line(mistake.getMessage());
        }
        String command = refusal.getCommandLine().getCommandSpec().qualifiedName(" ");
        String rest = command.substring(command.indexOf(' ') + 1);
        String help = rest.equals(command)
                ? surroundings.command(List.of("--help"))
                : surroundings.command(List.of(rest, "--help"));
        return line(message(refusal) + " (see `" + help + "`)");
    }

    private static String message(ParameterException refusal) {
        if (!(refusal instanceof UnmatchedArgumentException unmatched)) {
            return refusal.getMessage();
        }
        String word = unmatched.getUnmatched().get(0);
        Set<String> commands = refusal.getCommandLine().getSubcommands().keySet();
        if (unmatched.isUnknownOption()) {
            return "unknown option '" + word + "'";
        }
        return commands.isEmpty()
                ? "expected no further argument, but found '" + word + "'"
                : "expected a command, one of " + String.join(", ", commands) + ", but found '"
                        + word + "'";
    }

    /** A command that failed. */
    int failure(Throwable failure, boolean isStackTraceWanted) {
        if (failure instanceof UserError
                || failure instanceof ScenarioException
                || failure instanceof TraceException) {
            return line(failure.getMessage());
        }
        surroundings.err().println(UserError.oneLine("countermand: internal error, please report"
                + " it (--debug shows where): " + failure));
        if (isStackTraceWanted) {
            failure.printStackTrace(surroundings.err());
        }
        return ExitCode.INTERNAL.number();
    }

    private int line(String message) {
        surroundings.err().println("countermand: " + UserError.oneLine(message));
        return ExitCode.BAD_INPUT.number();
    }
}
