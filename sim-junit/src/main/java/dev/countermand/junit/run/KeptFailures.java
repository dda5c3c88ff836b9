package dev.countermand.junit.run;

import dev.countermand.report.TraceDocument;
import dev.countermand.report.TraceReader;
import dev.countermand.report.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The failures of a test that were found earlier, as traces in a folder of the project. */
final class KeptFailures {
    private static final String ENDING = ".json";

    private final TestName name;
    private final Options.Places places;

    KeptFailures(TestName name, Options.Places places) {
        this.name = name;
        this.places = places;
    }

    /**
     * One of them.
     *
     * @param number its number
     * @param trace the failing run as it was then
     */
    record Kept(int number, TraceDocument trace) {}

    /**
     * Reads them, in the order of their numbers.
     *
     * @throws dev.countermand.report.TraceException if a file is no trace: a failure that cannot be
     *     tried is not passed over
     */
    List<Kept> read() {
        List<Kept> kept = new ArrayList<>();
        for (Path file : files()) {
            String digits = file.getFileName().toString()
                    .replaceFirst(".*-([0-9]+)\\" + ENDING + "$", "$1");
            kept.add(new Kept(Integer.parseInt(digits), TraceReader.read(file)));
        }
        kept.sort(Comparator.comparing(Kept::number));
        return kept;
    }

    /**
     * Keeps a failure, unless nothing is to be kept.
     *
     * @return the failure, whose message says where it was kept
     * @throws dev.countermand.report.TraceException if it cannot be written
     */
    TestFailed save(TestFailed failed) {
        Path folder = places.kept();
        if (folder == null || !places.saves() || failed.run() == null) {
            return failed;
        }
        int number = 1;
        while (Files.exists(folder.resolve(file(number)))) {
            number++;
        }
        Path target = folder.resolve(file(number));
        TraceWriter.write(target, failed.run());
        return failed.with("  kept       " + target.toString().replace('\\', '/') + "\n");
    }

    private String file(int number) {
        return name.file() + "-" + number + ENDING;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        Path folder = places.kept();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        String prefix = name.file() + "-";
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String own = file.getFileName().toString();
                if (own.startsWith(prefix)
                        && own.substring(prefix.length()).matches("[0-9]{1,6}\\" + ENDING)) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + folder, e);
        }
        return files;
    }
}
