package dev.countermand.loop.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    private static final Scheduler LAST = (kind, label, bound) -> bound - 1;

    private static Choices recording(Scheduler scheduler, OrderMode mode) {
        Choices choices = new Choices(scheduler, mode);
        choices.startRecording();
        return choices;
    }

    @Test
    void aChoiceWithOneAnswerIsNeitherAskedNorRecorded() {
        Scheduler never = (kind, label, bound) -> {
            throw new AssertionError("asked");
        };
        Choices choices = recording(never, OrderMode.ADVERSARIAL);
        assertThat(choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 1)).isZero();
        assertThat(choices.order(ChoiceKind.CLOSE_ORDER, "x", List.of("a"))).containsExactly("a");
        assertThat(choices.asked()).isZero();
        assertThat(choices.recorded()).isEmpty();
    }

    @Property(seed = "20261122")
    void onlyTheReadyOrderIsKeptForTheAdversarialMode(@ForAll ChoiceKind kind) {
        Choices legal = recording(LAST, OrderMode.LEGAL);
        boolean offered = kind != ChoiceKind.READY;
        assertThat(legal.offers(kind)).isEqualTo(offered);
        assertThat(legal.choose(kind, Alternatives.numbered("x"), 5)).isEqualTo(offered ? 4 : 0);
        assertThat(legal.recorded()).hasSize(offered ? 1 : 0);
        assertThat(recording(LAST, OrderMode.ADVERSARIAL)
                .choose(kind, Alternatives.numbered("x"), 5)).isEqualTo(4);
    }

    @Test
    void aRecordedChoiceSaysWhatWasAskedAndWhen() {
        Choices choices = recording(LAST, OrderMode.LEGAL);
        choices.atStep(7);
        choices.choose(ChoiceKind.TIMER_TIE, Alternatives.numbered("due at 5 ns"), 3);
        assertThat(choices.recorded())
                .containsExactly(new Choice(7, ChoiceKind.TIMER_TIE, "due at 5 ns",
                        new Choice.Answer(2, 3, "2", 1)));
        assertThat(choices.asked()).isEqualTo(1);
    }

    @Test
    void nothingIsRecordedBeforeItIsAskedFor() {
        Choices choices = new Choices(LAST, OrderMode.LEGAL);
        assertThat(choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 3)).isEqualTo(2);
        assertThat(choices.recorded()).isEmpty();
        assertThat(choices.asked()).isEqualTo(1);
    }

    @Property(seed = "20261122")
    void anOrderIsAPermutationAndAllZerosKeepIt(
            @ForAll @Size(max = 8) @UniqueElements List<Integer> items, @ForAll long seed) {
        List<Integer> given = List.copyOf(items);
        assertThat(recording((kind, label, bound) -> 0, OrderMode.LEGAL)
                .order(ChoiceKind.CLOSE_ORDER, "x", items)).isEqualTo(given);
        assertThat(recording(new RandomStrategy().scheduler(seed), OrderMode.LEGAL)
                .order(ChoiceKind.CLOSE_ORDER, "x", items))
                .containsExactlyInAnyOrderElementsOf(given);
        assertThat(items).isEqualTo(given);
    }

    @Test
    void everyPermutationCanBeReached() {
        Set<List<String>> orders = new LinkedHashSet<>();
        for (int first = 0; first < 3; first++) {
            for (int second = 0; second < 2; second++) {
                int[] answers = {first, second};
                orders.add(new Choices((kind, label, bound) -> answers[3 - bound], OrderMode.LEGAL)
                        .order(ChoiceKind.GROUP_ORDER, "x", List.of("a", "b", "c")));
            }
        }
        assertThat(orders).hasSize(6);
    }

    @Property(seed = "20261122")
    void anAnswerOutsideItsBoundIsTheSchedulersFault(
            @ForAll @IntRange(min = 2, max = 9) int bound, @ForAll int answer) {
        int outside = answer >= 0 && answer < bound ? answer + bound : answer;
        assertThatIllegalStateException()
                .isThrownBy(() -> new Choices((kind, label, max) -> outside, OrderMode.LEGAL)
                        .choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), bound))
                .withMessageContaining("the scheduler answered " + outside);
    }

    @Property(seed = "20261122")
    void aChoiceHoldsAnAnswerBelowABoundOfAtLeastTwo(
            @ForAll @IntRange(min = -3, max = 5) int bound,
            @ForAll @IntRange(min = -3, max = 5) int picked) {
        if (bound >= 2 && picked >= 0 && picked < bound) {
            assertThat(new Choice(0, ChoiceKind.CHOOSE, "x",
                    new Choice.Answer(picked, bound, "p", 1)).departs())
                    .isEqualTo(picked > 0);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Choice.Answer(picked, bound, "p", 1));
        }
    }

    @Test
    void aReplayAnswersAsRecordedAndCountsIt() {
        ReplayScheduler replay = new ReplayScheduler(List.of(
                new Choice(1, ChoiceKind.CHOOSE, "a", new Choice.Answer(2, 3, "2", 1)),
                new Choice(2, ChoiceKind.CANCEL, "b", new Choice.Answer(1, 2, "1", 1))));
        assertThat(replay.choose(ChoiceKind.CHOOSE, Alternatives.numbered("a"), 3)).isEqualTo(2);
        assertThat(replay.choose(ChoiceKind.CANCEL, Alternatives.numbered("b"), 2)).isEqualTo(1);
        assertThat(replay.used()).isEqualTo(2);
    }

    @Test
    void aReplayStopsAtTheFirstQuestionOfAnotherKindLabelOrBound() {
        Choice recorded = new Choice(1, ChoiceKind.CHOOSE, "a", new Choice.Answer(2, 3, "2", 1));
        diverges(recorded, ChoiceKind.CANCEL, "a", 3, "cancel \"a\" of 3");
        diverges(recorded, ChoiceKind.CHOOSE, "b", 3, "choose \"b\" of 3");
        diverges(recorded, ChoiceKind.CHOOSE, "a", 4, "choose \"a\" of 4");
    }

    private static void diverges(
            Choice recorded, ChoiceKind kind, String label, int bound, String now) {
        ReplayScheduler replay = new ReplayScheduler(List.of(recorded));
        assertThatExceptionOfType(ReplayDiverged.class)
                .isThrownBy(() -> replay.choose(kind, Alternatives.numbered(label), bound))
                .withMessage("choice 0: recorded choose \"a\" of 3, now " + now)
                .satisfies(diverged -> {
                    assertThat(diverged.position()).isZero();
                    assertThat(diverged.recorded()).isEqualTo("choose \"a\" of 3");
                    assertThat(diverged.happened()).isEqualTo(now);
                });
        assertThat(replay.used()).isZero();
    }

    @Test
    void aReplayThatIsAskedTooOftenSaysSo() {
        assertThatExceptionOfType(ReplayDiverged.class)
                .isThrownBy(() -> new ReplayScheduler(List.of())
                        .choose(ChoiceKind.ARRIVAL, Alternatives.numbered("job"), 2))
                .withMessage("choice 0: recorded no further choice, now arrival \"job\" of 2");
    }

    @Test
    void strategiesAndModesHaveTheNamesThatTheCommandLineTakes() {
        assertThat(new FifoStrategy().name()).isEqualTo("fifo");
        assertThat(new RandomStrategy().name()).isEqualTo("random");
        assertThat(new RandomStrategy().isExhausted()).isFalse();
        assertThat(OrderMode.values()).extracting(OrderMode::label)
                .containsExactly("legal", "adversarial");
    }

    @Test
    void aReplayThatPartsLaterSaysHowManyChoicesAgreed() {
        ReplayScheduler replay = new ReplayScheduler(List.of(
                new Choice(1, ChoiceKind.CHOOSE, "a", new Choice.Answer(2, 3, "2", 1))));
        replay.choose(ChoiceKind.CHOOSE, Alternatives.numbered("a"), 3);
        assertThatExceptionOfType(ReplayDiverged.class)
                .isThrownBy(() -> replay.choose(ChoiceKind.CHOOSE, Alternatives.numbered("a"), 3))
                .satisfies(diverged -> assertThat(diverged.position()).isEqualTo(1));
    }

    @Test
    void aPickIsCountedEachTimeItIsOfferedAndByItsPlaceWhereThatTellsItApart() {
        Choices choices = recording(LAST, OrderMode.LEGAL);
        choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("a"), 3);
        choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("b"), 3);
        choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("a"), 3);
        choices.choose(ChoiceKind.TIMER_TIE, Alternatives.numbered("due at 1 ns"), 2);
        choices.choose(ChoiceKind.TIMER_TIE, Alternatives.numbered("due at 2 ns"), 2);
        assertThat(choices.recorded()).extracting(Choice::nth).containsExactly(1, 1, 2, 1, 2);
    }

    @Test
    void thePickOfAMemberWithoutANameIsItsNumber() {
        Choices choices = recording(LAST, OrderMode.LEGAL);
        assertThat(choices.choose(ChoiceKind.CLOSE_ORDER, "x", List.of("a", "b"))).isEqualTo(1);
        assertThat(choices.recorded()).extracting(Choice::label, Choice::pick)
                .containsExactly(tuple("x", "1"));
    }
}
