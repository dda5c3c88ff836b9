package dev.countermand.cli;

import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Streams;
import dev.countermand.cli.terminal.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The program {@code countermand}. */
@Command(
        name = "countermand",
        description = "Runs asyncio scenarios on virtual time, and searches their schedules.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpWidth = Countermand.HELP_COLUMNS,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found",
            "1:a violation was found, or reproduced; or what was compared differs (compare, diff)",
            "2:the input or the usage is wrong; one line on standard error says what and where",
            "3:a replayed run was another run than the recorded one",
            "70:a defect of Countermand itself"
        })
public final class Countermand implements Runnable {
    static final int HELP_COLUMNS = 100;

    private static final String PROGRAM_PROPERTY = "countermand.program";

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an internal error.")
    private boolean debug;

    private final CommandLine commands;

    private Countermand(Surroundings surroundings) {
        commands = new CommandLine(this)
                .addSubcommand(new EventsCommand(surroundings))
                .addSubcommand(new RunCommand(surroundings))
                .addSubcommand(new ExploreCommand(surroundings))
                .addSubcommand(new ExhaustCommand(surroundings))
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new ReplayCommand(surroundings))
                .addSubcommand(new ConfirmCommand(surroundings))
                .addSubcommand(new ShowCommand(surroundings))
                .addSubcommand(new ReportCommand(surroundings))
                .addSubcommand(new DiffCommand(surroundings))
                .addSubcommand(new BenchCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings));
        Complaints complaints = new Complaints(surroundings);
        commands.setParameterExceptionHandler(complaints::usage)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> complaints.failure(failure, debug))
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        surroundings.isInteractive() ? Ansi.AUTO : Ansi.OFF));
    }

    /** Runs one command line in this process, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Streams streams = new Streams(
                System.in,
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)));
        Surroundings surroundings = new Surroundings(
                streams,
                Path.of(""),
                System.getProperty(PROGRAM_PROPERTY, "countermand"),
                System.console() != null,
                System.getenv());
        System.exit(run(surroundings, arguments));
    }

    /**
     * Runs one command line. Two calls share nothing.
     *
     * @return the exit code, one of {@link ExitCode}'s numbers
     */
    public static int run(Surroundings surroundings, String... arguments) {
        Countermand program = new Countermand(surroundings);
        try {
            return program.commands.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError error) {
            // Picocli hands exceptions to the handler, but lets errors through.
            return new Complaints(surroundings).failure(error, program.debug);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** The commands with their options, for the test that holds the documentation to them. */
    static CommandLine commandLine(Surroundings surroundings) {
        return new Countermand(surroundings).commands;
    }

    /** Called by picocli when no command was given. */
    @Override
    public void run() {
        throw new ParameterException(commands,
                "expected a command, one of " + String.join(", ", names()));
    }

    private Iterable<String> names() {
        return commands.getSubcommands().keySet();
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
    }
}
