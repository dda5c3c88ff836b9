package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.BrokenBarrierError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A barrier that fills, drains, is reset and broken while tasks come and go. */
class BarrierLifeTest {
    private final Trial t = Trial.begin();
    private final List<Task<Object>> tasks = new ArrayList<>();
    private Barrier barrier = ofParties(3);

    private static Barrier ofParties(int parties) {
        return new Barrier("gate", parties, PythonVersion.PYTHON_3_14);
    }

    private Script arriving(String name) {
        return script(name).attempt(
                script("wait").await(barrier::waitFor, index -> t.say(name + index)),
                BrokenBarrierError.class, error -> t.say(name + ": " + error.getMessage()));
    }

    /** Tasks that start in the order of their names. */
    private Runnable arrive(String... names) {
        return () -> List.of(names).forEach(name -> tasks.add(t.spawn(arriving(name))));
    }

    private Runnable state() {
        return () -> t.say(barrier.waiting() + (barrier.isBroken() ? " broken" : " waiting"));
    }

    @Test
    void aBarrierOfOneHoldsNobodyUp() {
        barrier = ofParties(1);
        t.run(script("main").await(() -> arriving("a")).await(() -> arriving("a")).run(state())
                .await(barrier::reset).run(state()).await(barrier::abort).run(state()));
        assertThat(t.log())
                .containsExactly("a0", "a0", "0 waiting", "0 waiting", "0 broken");
    }

    @Test
    void theSameTasksMayComeAgainAtOnce() {
        t.run(script("main").run(() -> List.of("a", "b", "c").forEach(name -> t.spawn(
                script(name).await(() -> arriving(name)).await(() -> arriving(name)))))
                .pause(9).run(state()));
        assertThat(t.log())
                .containsExactly("c2", "a0", "b1", "a2", "b0", "c1", "0 waiting");
    }

    @Test
    void whoComesWhileItDrainsWaitsForTheNextRound() {
        t.run(script("main").run(arrive("a", "b", "c")).pause(1).run(state())
                .run(arrive("d", "e")).pause(1).run(state()).pause(4).run(state())
                .run(arrive("f")).pause(4).run(state()));
        assertThat(t.log()).containsExactly("c2", "0 waiting", "a0", "b1", "2 waiting",
                "2 waiting", "f2", "d0", "e1", "0 waiting");
    }

    @Test
    void whoIsCancelledNoLongerCounts() {
        t.run(script("main").run(arrive("a", "b")).pause(1).run(state())
                .run(() -> tasks.get(0).cancel()).pause(2).run(state())
                .run(arrive("c")).pause(1).run(arrive("d")).pause(4).run(state()));
        assertThat(t.log()).containsExactly(
                "2 waiting", "1 waiting", "d2", "b1", "c1", "0 waiting");
    }

    @Test
    void whoIsCancelledWhileBlockedNeverCounted() {
        t.run(script("main").run(arrive("a", "b", "c")).pause(1).run(arrive("d", "e")).pause(1)
                .run(() -> tasks.get(3).cancel()).pause(6).run(state())
                .run(arrive("f", "g")).pause(5).run(state()));
        assertThat(t.log()).containsExactly(
                "c2", "a0", "b1", "1 waiting", "g2", "e1", "f1", "0 waiting");
        assertThat(tasks.get(3).isCancelled()).isTrue();
    }

    @Test
    void whomAResetSendsAwayMayComeBack() {
        t.run(script("main").run(() -> List.of("a", "b").forEach(name -> t.spawn(
                script(name).await(() -> arriving(name)).await(() -> arriving(name + "'")))))
                .pause(1).await(barrier::reset).pause(6).run(state())
                .run(arrive("c")).pause(5).run(state()));
        assertThat(t.log()).containsExactly("a: Abort or reset of barrier",
                "b: Abort or reset of barrier", "2 waiting", "c2", "b'0", "a'1", "0 waiting");
    }

    @Test
    void aResetWhileItDrainsSendsThoseAwayWhoHaveNotLeft() {
        barrier = ofParties(5);
        t.run(script("main").run(() -> List.of("a", "b", "c", "d", "e").forEach(name -> t.spawn(
                script(name).await(() -> arriving(name)).await(
                        () -> t.log().size() == 3 ? barrier.reset() : null))))
                .pause(12).run(state()));
        assertThat(t.log()).containsExactly("e4", "a0", "b1", "c: Abort or reset of barrier",
                "d: Abort or reset of barrier", "0 waiting");
    }

    @Test
    void anAbortWhileItDrainsSendsAwayThoseInsideAndThoseBlocked() {
        barrier = ofParties(5);
        t.run(script("main").run(() -> List.of("a", "b", "c", "d", "e").forEach(name -> t.spawn(
                script(name).await(() -> arriving(name)).await(
                        () -> t.log().size() == 3 ? barrier.abort()
                                : t.log().size() < 3 ? arriving(name + "'") : null))))
                .pause(12).run(state()));
        assertThat(t.log()).containsExactly("e4", "a0", "b1", "c: Abort or reset of barrier",
                "d: Abort or reset of barrier", "e': Barrier aborted", "a': Barrier aborted",
                "0 broken");
    }

    @Test
    void aResetReachesNewcomersThatComeTogetherWithIt() {
        List<String> stuck = Leftovers.waiting(t, script("main")
                .run(arrive("a", "b", "c")).pause(1)
                .run(arrive("d", "e")).run(() -> t.spawn(barrier.reset())).pause(9).run(state())
                .await(() -> arriving("f")));
        assertThat(t.log()).containsExactly("c2", "a0", "b1", "d: Abort or reset of barrier",
                "e: Abort or reset of barrier", "0 waiting");
        assertThat(stuck).containsExactly("Task-1 for Condition \"gate\"");
    }

    @Test
    void afterAnAbortAResetMakesItUsableAgain() {
        t.run(script("main").run(arrive("a", "b")).pause(1).await(barrier::abort).pause(4)
                .run(state()).await(() -> arriving("x")).await(barrier::reset).run(state())
                .run(arrive("c", "d", "e")).pause(5));
        assertThat(t.log()).containsExactly("a: Abort or reset of barrier",
                "b: Abort or reset of barrier", "0 broken", "x: Barrier aborted", "0 waiting",
                "e2", "c0", "d1");
    }

    @Test
    void aResetByTheLastToLeaveDisturbsNobody() {
        int[] left = {0};
        t.run(script("main").run(() -> List.of("a", "b", "c").forEach(name -> t.spawn(
                script(name).await(() -> arriving(name))
                        .await(() -> ++left[0] == 3 ? barrier.reset() : null)
                        .await(() -> arriving(name + "'")))))
                .pause(12).run(state()));
        assertThat(t.log()).containsExactly("c2", "a0", "b1", "a'2", "b'0", "c'1", "0 waiting");
    }
}
