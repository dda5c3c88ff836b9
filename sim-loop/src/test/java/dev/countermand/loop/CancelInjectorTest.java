package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.kit.Picks;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.schedule.Choice;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.TraceEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CancelInjectorTest {
    private static int[] atOffer(int offer) {
        int[] answers = new int[offer + 1];
        answers[offer] = 1;
        return answers;
    }

    /** A worker that counts to 4 with a pause between, and may be cancelled once. */
    private static Trial counting(int times, int... answers) {
        Trial t = Trial.begin(new Picks(ChoiceKind.CANCEL, answers));
        Task<Object> worker = t.spawnNamed(script("worker").onCancel(
                script("count").run(t.saying("1")).pause(1).run(t.saying("2")).pause(1)
                        .run(t.saying("3")).sleep(5).run(t.saying("4")),
                error -> t.say(error.getMessage())));
        t.run(script("main").run(() -> t.loop().mayCancel(worker, times, "injected")).sleep(9));
        return t;
    }

    @Test
    void withoutAChoiceToItNothingIsInjected() {
        assertThat(counting(1).log()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void aCancelCanLandAtEveryPointOfTheTasksLife() {
        Set<List<String>> logs = new LinkedHashSet<>();
        for (int offer = 0; offer < 12; offer++) {
            logs.add(counting(1, atOffer(offer)).log());
        }
        assertThat(logs).containsExactlyInAnyOrder(
                List.of("1", "injected"), List.of("1", "2", "injected"),
                List.of("1", "2", "3", "injected"), List.of("1", "2", "3", "4"));
    }

    @Property(tries = 50, seed = "20261122")
    void itIsInjectedAtMostSoManyTimes(@ForAll @IntRange(max = 3) int times) {
        Trial t = counting(times, 1, 1, 1, 1, 1, 1, 1, 1);
        List<TraceEvent.Cancelled> cancels = t.events().stream()
                .filter(TraceEvent.Cancelled.class::isInstance)
                .map(TraceEvent.Cancelled.class::cast)
                .toList();
        assertThat(cancels).hasSize(times);
        assertThat(cancels).allMatch(cancel -> cancel.chain().equals(List.of("explorer")));
    }

    @Test
    void aTaskThatIsDoneIsNoLongerOffered() {
        Trial t = counting(1);
        assertThat(t.simulation().choices().recorded())
                .filteredOn(choice -> choice.kind() == ChoiceKind.CANCEL)
                .isNotEmpty()
                .allMatch(choice -> choice.label().equals("worker"))
                .extracting(Choice::step)
                .allMatch(step -> step < t.simulation().steps());
    }

    @Test
    void aCancelMayGoAheadOfTheTimerThatTheSelectBrings() {
        Trial t = Trial.begin(new Picks(ChoiceKind.CANCEL, 0, 0, 0, 1));
        Task<Object> worker = t.spawnNamed(script("worker").onCancel(
                script("body").sleep(5), error -> t.say("cancelled"))
                .run(() -> t.say(t.loop().nanos())));
        t.run(script("main").run(() -> t.loop().mayCancel(worker, 1, null))
                .run(() -> t.loop().clock().advanceTo(5)).pause(4));
        assertThat(t.log()).containsExactly("cancelled", "5");
    }
}
