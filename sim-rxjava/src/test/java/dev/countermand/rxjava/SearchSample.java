package dev.countermand.rxjava;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.concurrent.Sim;
import dev.countermand.junit.Explore;
import dev.countermand.junit.Interleave;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A search box whose answers come out of order: the stale one is shown last. */
class SearchSample {
    private static Observable<String> answer(String text, Explore explore, Scheduler scheduler) {
        long millis = explore.choose("the answer to " + text + " takes", 20L, 60L);
        return Observable.timer(millis, TimeUnit.MILLISECONDS, scheduler)
                .map(tick -> "answer to " + text);
    }

    private static Observable<String> typed(Scheduler scheduler) {
        return Observable.just("a", "ab")
                .concatMap(text -> Observable.just(text)
                        .delay(30, TimeUnit.MILLISECONDS, scheduler));
    }

    private static void lastAnswerBelongsToLastText(Sim sim, Single<List<String>> shown) {
        List<String> answers = SimScheduler.await(sim, shown);
        assertThat(answers.get(answers.size() - 1)).isEqualTo("answer to ab");
    }

    @Interleave
    void theLastAnswerIsShown(Sim sim, Explore explore) {
        Scheduler scheduler = SimScheduler.of(sim);
        lastAnswerBelongsToLastText(sim, typed(scheduler)
                .flatMap(text -> answer(text, explore, scheduler)).toList());
    }

    @Interleave(schedules = 300)
    void theLastAnswerIsShownWhenOlderOnesAreDropped(Sim sim, Explore explore) {
        Scheduler scheduler = SimScheduler.of(sim);
        lastAnswerBelongsToLastText(sim, typed(scheduler)
                .switchMap(text -> answer(text, explore, scheduler)).toList());
    }

    @Interleave(schedules = 50)
    void rxJavasOwnSchedulersCanBeReplaced(Sim sim) throws Exception {
        try (AutoCloseable own = SimScheduler.install(sim)) {
            List<Long> ticks = SimScheduler.await(sim,
                    Observable.interval(1, TimeUnit.HOURS).take(3).toList());
            assertThat(ticks).containsExactly(0L, 1L, 2L);
            assertThat(sim.loop().nanos()).isEqualTo(TimeUnit.HOURS.toNanos(3));
        }
    }
}
