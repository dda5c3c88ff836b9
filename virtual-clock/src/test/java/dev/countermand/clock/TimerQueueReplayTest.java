package dev.countermand.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Replays what CPython's own event loop did with its timers, recorded by
 * {@code src/test/python/record_timer_queue.py}, which explains the format of the file.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimerQueueReplayTest {

    private final List<String> sequences = recorded();

    @Test
    void timersLeaveInTheOrderOfCpythonThroughTiesCancellationsAndRebuilds() {
        for (String sequence : sequences) {
            assertThat(new Replay().of(sequence)).isEqualTo(sequence);
        }
    }

    /** Guards the guard: a recording without these cases would let almost any heap pass. */
    @Test
    void theRecordingHoldsRebuildsRefusedRebuildsAndTies() {
        int rebuilds = 0;
        int refused = 0;
        int outOfOrderTies = 0;
        for (String sequence : sequences) {
            Replay replay = new Replay();
            replay.of(sequence);
            rebuilds += replay.rebuilds;
            refused += replay.refusedRebuilds;
            outOfOrderTies += replay.outOfOrderTies;
        }
        assertThat(sequences.size()).isGreaterThanOrEqualTo(300);
        assertThat(rebuilds).isGreaterThanOrEqualTo(20);
        assertThat(refused).isGreaterThanOrEqualTo(10);
        assertThat(outOfOrderTies).isGreaterThanOrEqualTo(1000);
    }

    private static List<String> recorded() {
        try (InputStream in = TimerQueueReplayTest.class.getResourceAsStream("timer-queue.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Performs a recorded sequence on a queue of ours, and writes down the same words about it. */
    private static final class Replay {

        private final TimerQueue<TestTimer> queue = new TimerQueue<>();
        private final List<TestTimer> timers = new ArrayList<>();
        private final List<TestTimer> waiting = new ArrayList<>();
        int rebuilds;
        int refusedRebuilds;
        int outOfOrderTies;

        String of(String sequence) {
            StringJoiner words = new StringJoiner(" ");
            for (String word : sequence.split(" ")) {
                words.add(switch (word.charAt(0)) {
                    case '+' -> add(word);
                    case '-' -> cancel(word);
                    default -> run(word.substring(0, word.indexOf('=')));
                });
            }
            return words.toString();
        }

        private String add(String word) {
            TestTimer timer = new TestTimer(timers.size(), Long.parseLong(word.substring(1)));
            timers.add(timer);
            waiting.add(timer);
            queue.add(timer);
            return word;
        }

        /**
         * As TimerHandle.cancel: only the first cancel counts, and only of a timer still queued.
         */
        private String cancel(String word) {
            TestTimer timer = timers.get(Integer.parseInt(word.substring(1)));
            if (!timer.isCancelled() && waiting.contains(timer)) {
                queue.cancelled(timer);
            }
            timer.cancel();
            return word;
        }

        private String run(String word) {
            int sizeBefore = queue.size();
            int countBefore = queue.cancelledCount();
            queue.dropCancelled();
            if (countBefore > 50 && queue.cancelledCount() == 0) {
                rebuilds++;
            } else if (sizeBefore > 90 && countBefore > 40) {
                refusedRebuilds++;
            }
            TestTimer first = queue.first();
            String dropped = queue.size() + "," + queue.cancelledCount() + ","
                    + (first == null ? "" : first.number);
            StringJoiner moved = new StringJoiner(",");
            long now = Long.parseLong(word.substring(1));
            TestTimer previous = null;
            for (TestTimer t = queue.pollDue(now); t != null; t = queue.pollDue(now)) {
                moved.add(String.valueOf(t.number));
                waiting.remove(t);
                if (previous != null
                        && previous.deadlineNanos() == t.deadlineNanos()
                        && previous.number > t.number) {
                    outOfOrderTies++;
                }
                previous = t;
            }
            String left = queue.size() + "," + queue.cancelledCount();
            return word + "=" + dropped + ":" + moved + ":" + left;
        }
    }
}
