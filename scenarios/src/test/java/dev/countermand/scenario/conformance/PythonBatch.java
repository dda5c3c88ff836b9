package dev.countermand.scenario.conformance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A running interpreter that plays one file after the other; starting one takes far longer. */
final class PythonBatch implements AutoCloseable {
    private static final String HEADER = "{\"scenario\": ";
    private static final String NO_FILE = "no-such-file";

    private final Process process;
    private final BufferedWriter names;
    private final BufferedReader lines;

    private PythonBatch(Process process) {
        this.process = process;
        this.names = new BufferedWriter(
                new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the interpreter. */
    static PythonBatch start(Python python) {
        try {
            return new PythonBatch(new ProcessBuilder(python.command())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts the interpreter that forces choices. */
    static PythonBatch startForced(Python python) {
        List<String> command = new ArrayList<>(python.command());
        command.set(command.size() - 1, "--forced-batch");
        return start(new Python(python.version(), python.release(), command));
    }

    /** Plays one file; returns the lines of its events. */
    List<String> play(Path file) {
        List<String> events = new ArrayList<>();
        playAll(List.of(file), (same, played) -> events.addAll(played));
        return events;
    }

    /**
     * Plays files, and gives each with its lines to a consumer.
     *
     * @throws UncheckedIOException if the interpreter ends before the last of them
     */
    void playAll(List<Path> files, BiConsumer<Path, List<String>> consumer) {
        List<String> requests = new ArrayList<>();
        files.forEach(file -> requests.add(file.toString()));
        playEach(requests, NO_FILE, (number, events) -> consumer.accept(files.get(number), events));
    }

    /**
     * Plays files with the choices of schedules, and gives the number of each with its lines to a
     * consumer.
     *
     * @param requests for each playing its schedule, its step limit and its file
     */
    void playAllForced(List<String> requests, BiConsumer<Integer, List<String>> consumer) {
        playEach(requests, "fifo 1 " + NO_FILE, consumer);
    }

    private void playEach(
            List<String> requests, String noFile, BiConsumer<Integer, List<String>> consumer) {
        Thread writer = new Thread(() -> write(requests, noFile), "names of scenarios");
        writer.start();
        try {
            expectHeader();
            for (int number = 0; number < requests.size(); number++) {
                List<String> events = new ArrayList<>();
                for (String line = next(); !line.startsWith(HEADER); line = next()) {
                    events.add(line);
                }
                consumer.accept(number, events);
            }
            // The last header is that of a file that does not exist: it only ended the one before.
            next();
            writer.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private void write(List<String> requests, String noFile) {
        try {
            for (String request : requests) {
                names.write(request);
                names.newLine();
            }
            names.write(noFile);
            names.newLine();
            names.flush();
        } catch (IOException ended) {
            // The reader finds that the interpreter has ended, and says so.
        }
    }

    private void expectHeader() throws IOException {
        String line = next();
        if (!line.startsWith(HEADER)) {
            throw new IOException("expected the name of a scenario, but found " + line);
        }
    }

    private String next() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the interpreter has ended");
        }
        return line;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
