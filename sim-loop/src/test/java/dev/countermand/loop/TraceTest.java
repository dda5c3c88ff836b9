package dev.countermand.loop;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.TaskGroup;
import dev.countermand.loop.error.TimeoutError;
import dev.countermand.loop.kit.Trial;
import dev.countermand.loop.run.Runner;
import dev.countermand.loop.sync.Lock;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.loop.trace.TraceEvent.Awaited;
import dev.countermand.loop.trace.TraceEvent.Cancelled;
import dev.countermand.loop.trace.TraceEvent.Ended;
import dev.countermand.loop.trace.TraceEvent.Outcome;
import dev.countermand.loop.trace.TraceEvent.Woken;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trace says about who did what to whom. */
class TraceTest {
    private final Trial t = Trial.begin();

    private <E extends TraceEvent> List<E> events(Class<E> kind) {
        return t.events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<String> chainOfCancel(String task) {
        return events(Cancelled.class).stream()
                .filter(event -> event.task().equals(task))
                .findFirst().orElseThrow().chain();
    }

    @Test
    void aCancelThatIsHandedDownNamesTheWholeWay() {
        Task<Object> inner = t.spawnNamed(script("inner").await(t::future));
        Task<Object> outer = t.spawnNamed(script("outer")
                .await(() -> Gather.of(List.of(inner), true)));
        t.run(script("main").pause(2).run(() -> outer.cancel("why")).pause(5));
        assertThat(chainOfCancel("outer")).isEmpty();
        assertThat(chainOfCancel("inner")).containsExactly("task outer", "gather");
        assertThat(events(Cancelled.class)).allMatch(event -> "why".equals(event.message()))
                .allMatch(event -> "Task-1".equals(event.by()));
    }

    @Test
    void aTimeoutAGroupAndTheEndOfTheRunnerAreNamedAsTheCause() {
        TaskGroup group = new TaskGroup();
        Runner runner = new Runner(t.simulation(), t::loop, null);
        runner.run(script("main")
                .run(() -> t.loop().currentTask().setName("main"))
                .run(() -> t.spawnNamed(script("leftover").await(t::future)))
                .attempt(script("limited").timeout(() -> t.timeoutIn(5),
                        script("slow").await(t::future)), TimeoutError.class, error -> {})
                .attempt(script("grouped").group(group, script("block")
                        .run(() -> group.createTask(
                                script("sibling").await(t::future), TaskOptions.named("sibling")))
                        .run(() -> group.createTask(
                                script("failing").pause(1).raise(new IllegalStateException("x")),
                                TaskOptions.named("failing")))), Exception.class, error -> {}));
        runner.close();
        assertThat(chainOfCancel("main")).containsExactly("timeout");
        assertThat(chainOfCancel("sibling")).containsExactly("task group");
        assertThat(chainOfCancel("leftover")).containsExactly("Runner.close");
        assertThat(events(Cancelled.class)).allMatch(event -> event.message() == null);
    }

    @Test
    void anAwaitSaysOnWhatAndWhereAndTheWakeUpWho() {
        Lock lock = new Lock("door");
        t.spawnNamed(script("owner").await(lock::acquire).pause(2).run(lock::release));
        t.spawnNamed(script("waiter").await(lock::acquire));
        t.run(script("main").pause(6));
        assertThat(events(Awaited.class)).singleElement().satisfies(event -> {
            assertThat(event.task()).isEqualTo("waiter");
            assertThat(event.on()).isEqualTo("Lock \"door\" held by owner");
            assertThat(event.where()).isEqualTo("waiter:0");
        });
        assertThat(events(Woken.class)).extracting(Woken::task, Woken::by)
                .containsExactly(tuple("waiter", "owner"));
    }

    @Test
    void theEndOfATaskSaysHowItEnded() {
        t.spawnNamed(script("ok"));
        t.spawnNamed(script("bad").raise(new IllegalStateException("x")));
        t.spawnNamed(script("gone").await(t::future)).cancel();
        t.run(script("main").pause(3));
        assertThat(events(Ended.class)).extracting(Ended::task)
                .containsExactly("ok", "bad", "gone", "Task-1");
        assertThat(events(Ended.class)).extracting(Ended::outcome).containsExactly(
                Outcome.RETURNED, Outcome.RAISED, Outcome.CANCELLED, Outcome.RETURNED);
    }
}
