package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.kit.Script;
import dev.countermand.loop.kit.Trial;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void anEventLetsAWaiterGoOnThoughItIsClearedBeforeTheWaiterRuns() {
        Event event = new Event();
        t.spawn(script("waiter").await(event::waitFor, value -> t.say("waited " + value)));
        t.run(script("main").pause(1).run(event::set).run(event::clear).pause(2));
        assertThat(t.log()).containsExactly("waited true");
        assertThat(event.isSet()).isFalse();
    }

    @Test
    void anEventWakesEverybodyInOrder() {
        Event event = new Event();
        for (String name : List.of("a", "b", "c")) {
            t.spawn(script(name).await(event::waitFor).run(t.saying(name)));
        }
        t.run(script("main").pause(1).run(event::set).pause(1));
        assertThat(t.log()).containsExactly("a", "b", "c");
    }
}
