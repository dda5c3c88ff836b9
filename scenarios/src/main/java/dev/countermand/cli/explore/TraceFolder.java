package dev.countermand.cli.explore;

import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.report.TraceException;
import dev.countermand.report.TraceFile;
import dev.countermand.report.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that the user named for traces; made when the first one is written. */
public final class TraceFolder {
    private final Surroundings surroundings;
    private final String option;
    private final String folder;

    /**
     * Names the folder.
     *
     * @param option the option that named it, for messages
     * @param folder the folder as the user wrote it
     */
    public TraceFolder(Surroundings surroundings, String option, String folder) {
        this.surroundings = surroundings;
        this.option = option;
        this.folder = folder;
    }

    /**
     * Refuses what cannot be a folder: a search of hours must not end with the discovery that its
     * result has no place.
     */
    public void check() {
        Path path = surroundings.path(folder);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new UserError(option + ": expected a folder, but " + folder + " is a file");
        }
    }

    /**
     * Writes a trace under a free name, or that of the very same trace: another one, of an older
     * scenario, stays.
     *
     * @return where it is, as the user would write it
     * @throws TraceException if it cannot be written
     */
    public String write(String name, TraceFile trace) {
        String text = TraceWriter.toJson(trace);
        for (int number = 1; ; number++) {
            String suffix = number == 1 ? "" : "-" + number;
            Path place = Path.of(folder, name + suffix + ".trace.json");
            Path file = surroundings.folder().resolve(place);
            if (!Files.exists(file) || holds(file, text)) {
                TraceWriter.write(file, trace);
                return place.toString();
            }
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException e) {
            return false;
        }
    }
}
