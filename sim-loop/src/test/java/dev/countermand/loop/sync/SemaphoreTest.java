package dev.countermand.loop.sync;

import static dev.countermand.loop.kit.Script.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.countermand.loop.Task;
import dev.countermand.loop.error.ValueError;
import dev.countermand.loop.kit.Trial;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SemaphoreTest {
    private final Trial t = Trial.begin();

    /** Some of the tasks are cancelled on the way; no permit may be lost by that. */
    @Property(tries = 300, seed = "20261122")
    void neverMoreThanItsPermitsAreOutAndAllComeBack(
            @ForAll @IntRange(min = 1, max = 3) int permits,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> pauses,
            @ForAll @Size(8) List<@IntRange(max = 12) Integer> cancelAfter) {
        Trial trial = Trial.begin();
        Semaphore semaphore = new Semaphore(permits);
        int[] out = {0};
        List<Task<Object>> tasks = new ArrayList<>();
        for (int pause : pauses) {
            tasks.add(trial.spawn(script("user")
                    .await(semaphore::acquire)
                    .run(() -> assertThat(++out[0]).isLessThanOrEqualTo(permits))
                    .onCancel(script("use").pause(pause), error -> {})
                    .run(() -> out[0]--)
                    .run(semaphore::release)));
        }
        for (int i = 0; i < tasks.size(); i++) {
            int pause = cancelAfter.get(i);
            Task<Object> task = tasks.get(i);
            trial.spawn(script("canceller").pause(pause).run(task::cancel));
        }
        trial.run(script("main").sleep(1));
        assertThat(tasks).allMatch(Task::isDone);
        assertThat(out[0]).isZero();
        assertThat(semaphore.value()).isEqualTo(permits);
        assertThat(semaphore.locked()).isFalse();
    }

    @Test
    void aNewcomerQueuesBehindAWaiterThoughAPermitIsFree() {
        Semaphore semaphore = new Semaphore(0);
        t.spawn(script("waiter").await(semaphore::acquire).run(t.saying("waiter")));
        t.run(script("main").pause(1)
                .run(semaphore::release).run(semaphore::release)
                .run(() -> assertThat(semaphore.locked()).isTrue())
                .await(semaphore::acquire).run(t.saying("newcomer")));
        assertThat(t.log()).containsExactly("waiter", "newcomer");
    }

    @Test
    void aBoundedOneRefusesAReleaseTooMany() {
        assertThatExceptionOfType(ValueError.class).isThrownBy(new BoundedSemaphore(1)::release)
                .withMessage("BoundedSemaphore released too many times");
        assertThatExceptionOfType(ValueError.class).isThrownBy(() -> new Semaphore(-1))
                .withMessage("Semaphore initial value must be >= 0");
    }
}
