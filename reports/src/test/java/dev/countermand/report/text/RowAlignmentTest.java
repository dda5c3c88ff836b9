package dev.countermand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What belongs together is put together, and nothing is lost. */
class RowAlignmentTest {
    @Property(seed = "20261122")
    void everyLineIsThereOnceAndInOrder(
            @ForAll("lines") List<String> left, @ForAll("lines") List<String> right) {
        List<RowAlignment.Pair> pairs = RowAlignment.of(left, right);
        assertThat(pairs.stream().map(RowAlignment.Pair::left)
                .filter(position -> position != RowAlignment.NONE))
                .isEqualTo(IntStream.range(0, left.size()).boxed().toList());
        assertThat(pairs.stream().map(RowAlignment.Pair::right)
                .filter(position -> position != RowAlignment.NONE))
                .isEqualTo(IntStream.range(0, right.size()).boxed().toList());
        assertThat(pairs).filteredOn(RowAlignment.Pair::isCommon)
                .allMatch(pair -> left.get(pair.left()).equals(right.get(pair.right())));
    }

    @Property(seed = "20261122")
    void asManyLinesAsCanBeAreCommon(
            @ForAll("lines") List<String> left, @ForAll("lines") List<String> right) {
        long common = RowAlignment.of(left, right).stream()
                .filter(RowAlignment.Pair::isCommon).count();
        assertThat(common).isEqualTo(mostCommon(left, right));
    }

    /** By trying every selection of the left lines. */
    private static int mostCommon(List<String> left, List<String> right) {
        int most = 0;
        for (int selection = 0; selection < 1 << left.size(); selection++) {
            int bits = selection;
            List<String> selected = IntStream.range(0, left.size())
                    .filter(i -> (bits & 1 << i) != 0).mapToObj(left::get).toList();
            most = isWithin(selected, right) ? Math.max(most, selected.size()) : most;
        }
        return most;
    }

    private static boolean isWithin(List<String> selected, List<String> lines) {
        int next = 0;
        for (String line : lines) {
            next += next < selected.size() && selected.get(next).equals(line) ? 1 : 0;
        }
        return next == selected.size();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("a", "b", "c").list().ofMaxSize(8);
    }

    @Test
    void longRunsThatDifferLittleAreAligned() {
        List<String> left = IntStream.range(0, 200_000).mapToObj(i -> "row " + i).toList();
        List<String> right = new ArrayList<>(left);
        right.set(10, "other");
        right.remove(100_000);
        right.add(199_990, "more");
        assertThat(RowAlignment.of(left, right).stream().filter(RowAlignment.Pair::isCommon))
                .hasSize(199_998);
    }

    @Test
    void runsWithTooMuchToDifferInStandOneAfterTheOther() {
        int many = RowAlignment.MOST_EDITS + 1;
        List<RowAlignment.Pair> pairs = RowAlignment.of(
                Collections.nCopies(many, "left"), Collections.nCopies(many, "right"));
        assertThat(pairs).hasSize(2 * many).noneMatch(RowAlignment.Pair::isCommon);
        assertThat(pairs.get(0)).isEqualTo(new RowAlignment.Pair(0, RowAlignment.NONE));
        assertThat(pairs.get(many)).isEqualTo(new RowAlignment.Pair(RowAlignment.NONE, 0));
    }
}
