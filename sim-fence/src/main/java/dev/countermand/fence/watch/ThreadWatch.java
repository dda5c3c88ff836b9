package dev.countermand.fence.watch;

import dev.countermand.fence.scan.Cause;
import dev.countermand.fence.scan.CodePlace;
import dev.countermand.fence.scan.CodeUnderTest;
import dev.countermand.fence.scan.Suspect;
import dev.countermand.fence.scan.Suspects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notices threads that a run has started and that still run.
 *
 * <p>Virtual threads are not seen, nor is a thread that has ended.
 */
public final class ThreadWatch {
    /** Where the JDK runs its own errands; nobody's code under test. */
    private static final Set<String> GROUPS_OF_THE_JDK =
            Set.of("system", "InnocuousThreadGroup");

    /** How threads are called that the JDK starts, and a word of the calls that make it do so. */
    private static final Map<String, List<String>> STARTED_BY = startedBy();

    private final CodeUnderTest code;
    private final Suspects scanned;
    private Set<Thread> before;

    /** Begins to watch. */
    public ThreadWatch(CodeUnderTest code, Suspects scanned) {
        this.code = code;
        this.scanned = scanned;
        this.before = Thread.getAllStackTraces().keySet();
    }

    private static Map<String, List<String>> startedBy() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<String> timers = List.of("orTimeout", "completeOnTimeout", "delayedExecutor");
        words.put("CompletableFutureDelayScheduler", timers);
        words.put("ForkJoinPool.commonPool-delayScheduler", timers);
        words.put("ForkJoinPool.commonPool", List.of("Async", "commonPool", "arallel"));
        words.put("ForkJoinPool-", List.of("ForkJoinPool", "newWorkStealingPool"));
        words.put("pool-", List.of("Executors.", "ThreadPoolExecutor"));
        words.put("Timer-", List.of("java.util.Timer"));
        words.put("HttpClient-", List.of("HttpClient"));
        words.put("", List.of("java.lang.Thread"));
        return words;
    }

    /** The threads that are there and were not when it last looked, by name. */
    public List<Suspect> look() {
        Map<Thread, StackTraceElement[]> now = Thread.getAllStackTraces();
        List<Suspect> started = new ArrayList<>();
        now.entrySet().stream()
                .filter(entry -> !before.contains(entry.getKey()))
                .filter(entry -> isStrange(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .forEach(entry -> started.add(suspect(entry.getKey(), entry.getValue())));
        before = now.keySet();
        return started;
    }

    private static boolean isStrange(Thread thread, StackTraceElement[] stack) {
        ThreadGroup group = thread.getThreadGroup();
        if (group == null || GROUPS_OF_THE_JDK.contains(group.getName())
                || thread.getClass().getName().startsWith("jdk.internal.")) {
            return false;
        }
        for (StackTraceElement call : stack) {
            // A thread that carries a coroutine is of the simulation.
            if (call.getClassName().startsWith("dev.countermand.loop.direct.")) {
                return false;
            }
        }
        return true;
    }

    private Suspect suspect(Thread thread, StackTraceElement[] stack) {
        Optional<Suspect> call = callThatStarts(thread.getName());
        CodePlace place = call.map(Suspect::place).orElse(null);
        String what = call.map(suspect -> suspect.what() + "; its thread ").orElse("thread ")
                + thread.getName() + " still runs";
        Optional<String> at = userFrame(stack);
        return new Suspect(Cause.THREAD, place,
                what + at.map(frame -> " at " + frame).orElse(""),
                call.map(Suspect::instead).orElse("use sim.threadFactory()"));
    }

    private Optional<String> userFrame(StackTraceElement[] stack) {
        List<String> names = code.names();
        for (StackTraceElement call : stack) {
            if (names.contains(call.getClassName())) {
                return Optional.of(call.getFileName() + ":" + call.getLineNumber());
            }
        }
        return Optional.empty();
    }

    private Optional<Suspect> callThatStarts(String thread) {
        List<String> words = STARTED_BY.entrySet().stream()
                .filter(entry -> thread.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
        return scanned.all().stream()
                .filter(suspect -> suspect.cause() == Cause.THREAD)
                .filter(suspect -> words.stream().anyMatch(suspect.what()::contains))
                .findFirst();
    }
}
