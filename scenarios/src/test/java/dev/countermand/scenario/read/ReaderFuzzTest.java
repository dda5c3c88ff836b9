package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the reader gives a scenario or one line that says why not. */
class ReaderFuzzTest {

    /** What a mutation does to the bytes. */
    private enum Kind { REPLACE, INSERT, DELETE, COPY }

    /** One mutation: positions are taken modulo the length of the document. */
    private record Mutation(Kind kind, int at, int other, byte value) {

        byte[] apply(byte[] bytes) {
            int from = Math.floorMod(at, bytes.length + 1);
            int length = Math.floorMod(other, 60);
            byte[] replacement = switch (kind) {
                case REPLACE, INSERT -> new byte[] {value};
                case DELETE -> new byte[0];
                case COPY -> slice(bytes, Math.floorMod(other, bytes.length + 1), length);
            };
            int to = switch (kind) {
                case REPLACE -> Math.min(bytes.length, from + 1);
                case INSERT, COPY -> from;
                case DELETE -> Math.min(bytes.length, from + length);
            };
            byte[] mutated = new byte[bytes.length - (to - from) + replacement.length];
            System.arraycopy(bytes, 0, mutated, 0, from);
            System.arraycopy(replacement, 0, mutated, from, replacement.length);
            System.arraycopy(
                    bytes, to, mutated, from + replacement.length, bytes.length - to);
            return mutated;
        }

        private static byte[] slice(byte[] bytes, int from, int length) {
            return Arrays.copyOfRange(
                    bytes, from, Math.min(bytes.length, from + length));
        }
    }

    @Property(tries = 4000, seed = "20261122")
    void mutatedDocumentsGiveAScenarioOrOneLine(
            @ForAll("documents") String document,
            @ForAll @Size(min = 1, max = 4) List<@From("mutations") Mutation> all) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        for (Mutation mutation : all) {
            bytes = mutation.apply(bytes);
        }
        assertScenarioOrOneLine(bytes);
    }

    @Provide
    Arbitrary<String> documents() {
        return Arbitraries.of(ValidDocuments.all());
    }

    @Provide
    Arbitrary<Mutation> mutations() {
        Arbitrary<Byte> bytes = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of(List.of('{', '}', '[', ']', '"', ',', ':', '-', 'e', '\\', '9'))
                        .map(c -> (byte) c.charValue()));
        return Combinators.combine(
                        Arbitraries.of(Kind.values()),
                        Arbitraries.integers().between(0, 1 << 20),
                        Arbitraries.integers().between(0, 1 << 20),
                        bytes)
                .as(Mutation::new);
    }

    @Test
    void nestingUpToTheLimitIsReadAndBeyondItIsRefused() {
        // The document, "coroutines", the body and an operation come around the nested lists.
        int around = 4;
        assertThat(nested(ScenarioReader.NESTING_LIMIT - around)).isNull();
        assertThat(nested(ScenarioReader.NESTING_LIMIT - around + 1)).contains("nesting depth");
        assertThat(nested(1_000_000)).contains("nesting depth");
    }

    /** The message about a document with a list nested that deep, or null when it is read. */
    private static String nested(int depth) {
        return assertScenarioOrOneLine(("""
                {"format": "countermand-scenario/1", "name": "n", "coroutines": {"main": [
                    {"op": "set", "var": "x", "value": %s%s}]}}"""
                .formatted("[".repeat(depth), "]".repeat(depth)))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String assertScenarioOrOneLine(byte[] document) {
        try {
            Scenario scenario = ScenarioReader.read("test", document);
            assertThat(scenario.name()).isNotNull();
            return null;
        } catch (ScenarioException e) {
            assertThat(e.getMessage()).startsWith("test: ").doesNotContainPattern("[\\r\\n]");
            return e.getMessage();
        }
    }
}
