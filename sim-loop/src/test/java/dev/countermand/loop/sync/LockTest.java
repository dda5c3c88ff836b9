package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.PythonVersion;
import dev.countermand.loop.Task;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Leftovers;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LockTest {
    private final Trial t = Trial.begin();
    private final Lock lock = new Lock();

    private static Script holding(Lock lock, Script body) {
        return script("holder").await(lock::acquire).await(() -> body).run(lock::release);
    }

    @Property(tries = 200, seed = "20261122")
    void oneTaskAtATimeHoldsItAndTheyGetItInOrder(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 3) Integer> pauses) {
        Trial trial = Trial.begin();
        Lock own = new Lock();
        int[] inside = {0};
        for (int i = 0; i < pauses.size(); i++) {
            String name = "" + i;
            trial.spawn(holding(own, script("critical")
                    .run(() -> assertThat(++inside[0]).isEqualTo(1))
                    .run(trial.saying(name))
                    .pause(pauses.get(i))
                    .run(() -> inside[0]--)));
        }
        trial.run(script("main").sleep(1));
        assertThat(trial.log())
                .isEqualTo(IntStream.range(0, pauses.size()).mapToObj(i -> "" + i).toList());
        assertThat(own.locked()).isFalse();
    }

    @Test
    void itIsFreeBetweenReleaseAndTheWaitersTurnYetNobodyBargesIn() {
        t.spawn(script("owner").await(lock::acquire));
        t.spawn(holding(lock, script("waiter").run(t.saying("waiter"))));
        t.run(script("main").pause(1)
                .run(lock::release)
                .run(() -> t.say("locked " + lock.locked()))
                .await(lock::acquire).run(t.saying("newcomer")));
        assertThat(t.log()).containsExactly("locked false", "waiter", "newcomer");
    }

    @Test
    void aWokenWaiterThatIsCancelledWakesTheNext() {
        t.spawn(script("owner").await(lock::acquire));
        Task<Object> first = t.spawn(script("first").await(lock::acquire).run(t.saying("first")));
        t.spawn(script("second").await(lock::acquire).run(t.saying("second")));
        t.run(script("main").pause(2).run(lock::release).run(first::cancel).pause(4));
        assertThat(t.log()).containsExactly("second");
    }

    @Test
    void aFreeLockCannotBeReleased() {
        assertThat(catchThrowable(lock::release)).isInstanceOf(RuntimeError.class)
                .hasMessage("Lock is not acquired.");
    }

    @Test
    void itBelongsToTheLoopOnWhichSomebodyFirstWaited() {
        t.spawn(script("owner").await(lock::acquire));
        t.spawn(script("waiter").await(lock::acquire));
        t.run(script("main").pause(2));
        Throwable error = catchThrowable(() -> t.simulation().newLoop()
                .runUntilComplete(script("foreign").await(lock::acquire)));
        assertThat(error).isInstanceOf(RuntimeError.class)
                .hasMessageContaining("is bound to a different event loop");
    }

    private Script taking(String name) {
        return script(name).await(lock::acquire, got -> t.say(name + " " + got));
    }

    @Test
    void waitersGetItOneByOneInOrder() {
        t.run(script("main").await(lock::acquire)
                .run(() -> t.spawn(taking("a"))).run(() -> t.spawn(taking("b")))
                .pause(1).run(t.saying("-"))
                .run(lock::release).pause(2).run(t.saying("-"))
                .run(() -> t.spawn(taking("c")))
                .run(lock::release).pause(1).run(t.saying("-"))
                .run(lock::release).pause(1));
        assertThat(t.log()).containsExactly("-", "a true", "-", "b true", "-", "c true");
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void aWaiterThatGivesUpLeavesTheLineFree() {
        t.run(script("main").await(lock::acquire).run(() -> {
            Task<Object> waiter = t.spawn(taking("waiter").run(lock::release));
            t.loop().callLater(1, () -> t.say(waiter.cancel("why")));
        }).sleep(2).run(lock::release).run(t.at("A")).await(lock::acquire).run(t.at("B")));
        assertThat(t.log()).containsExactly("true");
        assertThat(t.between("A", "B")).isZero();
    }

    @Test
    void aWaiterThatIsCancelledBeforeTheReleaseIsPassedOver() {
        List<Task<Object>> tasks = new ArrayList<>();
        t.run(script("main").await(lock::acquire)
                .run(() -> List.of("b", "c", "d").forEach(name -> tasks.add(t.spawn(taking(name)))))
                .pause(1).run(() -> tasks.get(0).cancel()).run(lock::release)
                .run(() -> t.say("locked " + lock.locked())).pause(3));
        assertThat(t.log()).containsExactly("locked false", "c true");
        assertThat(tasks).extracting(Task::isDone).containsExactly(true, true, false);
        assertThat(lock.locked()).isTrue();
    }

    @Test
    void aDeadlockNamesTheLockAndItsHolder() {
        Lock door = new Lock("door");
        t.spawnNamed(script("holder").await(door::acquire).await(t::future));
        assertThat(Leftovers.waiting(t, script("main").await(door::acquire)))
                .last().isEqualTo("Task-1 for Lock \"door\" held by holder");
        door.release();
        assertThat(door).hasToString("Lock \"door\"");
        assertThat(new Lock()).hasToString("Lock");
    }

    @Test
    void operationsAreCalledAsInAsyncio() {
        Condition condition = new Condition();
        Queue<Object> queue = new Queue<>();
        Barrier barrier = new Barrier(null, 1, PythonVersion.PYTHON_3_14);
        assertThat(Stream.of(lock.acquire(), condition.waitFor(), condition.waitFor(() -> true),
                        new Semaphore(1).acquire(), queue.get(), queue.put(1), queue.join(),
                        barrier.waitFor(), barrier.reset(), barrier.abort(),
                        new Event().waitFor()).map(Coroutine::name))
                .containsExactly("acquire", "wait", "wait_for", "acquire", "get", "put", "join",
                        "wait", "reset", "abort", "wait");
    }
}
