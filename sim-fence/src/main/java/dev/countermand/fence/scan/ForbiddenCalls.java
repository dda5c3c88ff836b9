package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ForbiddenCall.Takes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All calls that the scan looks for, and what to write instead: the one table of them. */
public final class ForbiddenCalls {
    private static final String FILE = "forbidden-calls.txt";

    private static final List<ForbiddenCall> ALL = read();

    /** The names that rows list whole; the others are asked for every call. */
    private static final Map<String, List<ForbiddenCall>> BY_NAME = byName();

    private static final List<ForbiddenCall> WITH_STARS = ALL.stream()
            .filter(row -> row.methods().stream().anyMatch(ForbiddenCalls::hasStar))
            .toList();

    private ForbiddenCalls() {}

    /** The whole table, in its order. */
    public static List<ForbiddenCall> all() {
        return ALL;
    }

    /**
     * The row that a call falls under.
     *
     * @param owner the class that has the method, with dots
     * @param descriptor the method's arguments and result as class files write them
     */
    static Optional<ForbiddenCall> of(String owner, String method, String descriptor) {
        ForbiddenCall exact = first(
                BY_NAME.getOrDefault(method, List.of()), owner, method, descriptor);
        return Optional.ofNullable(exact != null
                ? exact
                : first(WITH_STARS, owner, method, descriptor));
    }

    private static @Nullable ForbiddenCall first(
            List<ForbiddenCall> rows, String owner, String method, String descriptor) {
        for (ForbiddenCall row : rows) {
            if (row.matches(owner, method, descriptor)) {
                return row;
            }
        }
        return null;
    }

    private static Map<String, List<ForbiddenCall>> byName() {
        Map<String, List<ForbiddenCall>> rows = new LinkedHashMap<>();
        for (ForbiddenCall row : ALL) {
            for (String name : row.methods()) {
                if (!hasStar(name)) {
                    rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
                }
            }
        }
        return rows;
    }

    private static boolean hasStar(String name) {
        return name.startsWith("*") || name.endsWith("*");
    }

    private static List<ForbiddenCall> read() {
        try (InputStream file = ForbiddenCalls.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar of sim-fence has no " + FILE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ForbiddenCalls::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ForbiddenCall row(String line) {
        String[] cells = line.split("\\|", -1);
        return new ForbiddenCall(Cause.valueOf(cells[0].strip()), cells[1].strip(),
                List.of(cells[2].strip().split(" ")), takes(cells[3].strip()), cells[4].strip());
    }

    private static Takes takes(String cell) {
        int minus = cell.indexOf('-');
        String with = minus < 0 ? cell : cell.substring(0, minus);
        return cell.isEmpty()
                ? Takes.ANYTHING
                : new Takes(with.startsWith("+") ? with.substring(1) : with,
                        minus < 0 ? "" : cell.substring(minus + 1));
    }
}
