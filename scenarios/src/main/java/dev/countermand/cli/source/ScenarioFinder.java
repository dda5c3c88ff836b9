package dev.countermand.cli.source;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.report.TraceDocument;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds scenarios by what people and traces call them. */
public final class ScenarioFinder {
    private final Surroundings surroundings;

    /** Creates a finder that takes paths against the current folder. */
    public ScenarioFinder(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * The scenario that a word of the command line means: a file, or else a built-in scenario.
     *
     * @throws UserError if it is neither, or cannot be read
     */
    public ScenarioSource find(String word) {
        if (word.isBlank()) {
            throw new UserError("expected a file or the name of a built-in scenario, but found '"
                    + word + "'");
        }
        Path path = surroundings.path(word);
        if (Files.exists(path) || word.contains("/")) {
            return read(word, path);
        }
        ScenarioSource builtIn = Library.find(word);
        if (builtIn == null) {
            throw new UserError(word + ": expected a file or the name of a built-in scenario, but"
                    + " there is neither (`" + surroundings.command(List.of("list"))
                    + "` names those)");
        }
        return builtIn;
    }

    /**
     * The scenario of a trace: the one that the user names, else the one it was recorded from.
     *
     * @param word what the user calls the trace
     * @param trace where the trace is
     * @param subject what the trace says of its scenario
     * @param named what the user named, null if nothing
     * @throws UserError if there is none
     */
    public ScenarioSource findRecorded(
            String word, Path trace, TraceDocument.Subject subject, @Nullable String named) {
        if (named != null) {
            return find(named);
        }
        if (subject.file() == null || subject.sha256() == null) {
            throw new UserError(word + ": /subject: expected the file of a scenario, but this"
                    + " trace is of " + subject.name() + ", which names none; give it"
                    + " with --scenario");
        }
        return findRecorded(trace, subject.file(), subject.sha256());
    }

    /**
     * The scenario that a trace was recorded from: a file of that name beside the trace or in the
     * current folder, or a built-in scenario. One with the recorded content goes before all others.
     *
     * @param trace where the trace is
     * @param file the recorded name of the file
     * @param sha256 the recorded hash of its content
     * @throws UserError if there is none
     */
    public ScenarioSource findRecorded(Path trace, String file, String sha256) {
        List<ScenarioSource> found = new ArrayList<>();
        if (file.isBlank() || file.indexOf('/') >= 0 || file.indexOf('\0') >= 0) {
            throw new UserError(trace + ": /subject/file: expected a file's name without a folder,"
                    + " but found '" + file + "'");
        }
        Path here = surroundings.path(file);
        Path beside = trace.resolveSibling(file);
        if (Files.isRegularFile(beside)) {
            found.add(read(beside.toString(), beside));
        }
        if (Files.isRegularFile(here)) {
            found.add(read(file, here));
        }
        ScenarioSource builtIn = Library.find(file);
        if (builtIn != null) {
            found.add(builtIn);
        }
        for (ScenarioSource source : found) {
            if (source.sha256().equals(sha256)) {
                return source;
            }
        }
        if (found.isEmpty()) {
            throw new UserError(file + ": expected the recorded scenario beside the trace, in the"
                    + " current folder or in the library, but found none; name it with --scenario");
        }
        return found.get(0);
    }

    private static ScenarioSource read(String word, Path path) {
        byte[] bytes = bytes(word, path);
        return new ScenarioSource(word, path.getFileName().toString(), false, bytes);
    }

    private static byte[] bytes(String word, Path path) {
        if (Files.isDirectory(path)) {
            throw new UserError(word + ": expected a file, but found a directory");
        }
        if (!Files.exists(path)) {
            throw new UserError(word + ": expected a file, but found none");
        }
        try {
            return Files.readAllBytes(path);
        } catch (AccessDeniedException e) {
            throw new UserError(word + ": cannot be read: permission denied");
        } catch (IOException e) {
            throw new UserError(word + ": cannot be read: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            throw new UserError(word + ": cannot be read: it is too large");
        }
    }
}
