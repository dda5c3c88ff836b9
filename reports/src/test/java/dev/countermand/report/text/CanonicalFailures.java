package dev.countermand.report.text;

import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.trace.Violation;
import dev.countermand.loop.trace.Violation.Waiting;
import dev.countermand.report.TraceDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One run for each way to fail, and for each thing that makes a report hard to draw. */
public final class CanonicalFailures {
    private CanonicalFailures() {}

    /** Each by its name. */
    public static Map<String, Supplier<TraceDocument>> all() {
        Map<String, Supplier<TraceDocument>> all = new LinkedHashMap<>();
        all.put("check", CanonicalFailures::check);
        all.put("deadlock", CanonicalFailures::deadlock);
        all.put("livelock", CanonicalFailures::livelock);
        all.put("must-honour", CanonicalFailures::mustHonour);
        all.put("property", CanonicalFailures::property);
        all.put("unexpected-outcome", CanonicalFailures::unexpectedOutcome);
        all.put("many-tasks", CanonicalFailures::manyTasks);
        all.put("hostile-names", CanonicalFailures::hostileNames);
        return all;
    }

    /** Two timers are due at the same instant, and the wrong one fires first. */
    private static TraceDocument check() {
        return bothDue().chose(ChoiceKind.TIMER_TIE, "due at 3000000000 ns", 2, 1,
                        "node-2 at /coroutines/node-2/2")
                .ran("timer").wakes("node-2").ran("timer").wakes("node-1")
                .ran("node-2").says("acquire", "leader").returns(List.of("leader", 2))
                .ran("node-1").says("renew", true)
                .violates(Violation.Kind.CHECK,
                        "expected at most one leader but found [node-1, node-2]")
                .returns(1.5)
                .ran("done callback of task node-2").ran("done callback of task node-1")
                .wakes("main").ran("main").returns(List.of())
                .document();
    }

    /** The same with the timers in the order of asyncio. */
    public static TraceDocument checkPassing() {
        return bothDue().chose(ChoiceKind.TIMER_TIE, "due at 3000000000 ns", 2, 0,
                        "node-1 at /coroutines/node-1/2")
                .ran("timer").wakes("node-1").ran("timer").wakes("node-2")
                .ran("node-1").says("renew", true).returns(1.5)
                .ran("node-2").says("acquire", "held by node-1").returns(List.of("follower", 2))
                .ran("done callback of task node-1").ran("done callback of task node-2")
                .wakes("main").ran("main").returns(List.of())
                .document();
    }

    private static RunScript bothDue() {
        return new RunScript("lease").creates("main")
                .ran("main").starts().creates("node-1", "node-2").awaits("main", "gather")
                .ran("node-1").starts().says("acquire", "leader")
                .awaits("node-1", "sleep until 3000000000 ns")
                .ran("node-2").starts().says("acquire", "held by node-1")
                .awaits("node-2", "sleep until 3000000000 ns")
                .at(3000);
    }

    private static TraceDocument deadlock() {
        return new RunScript("transfer").creates("main")
                .ran("main").starts().creates("left", "right").awaits("main", "gather")
                .ran("left").starts().says("has a").awaits("left", "sleep until 1000000 ns")
                .ran("right").starts().says("has b").awaits("right", "Lock \"a\" held by left")
                .at(1).ran("timer").wakes("left")
                .ran("left").awaits("left", "Lock \"b\" held by right")
                .violation(Violation.Kind.DEADLOCK, "every task waits and no timer is pending",
                        new Waiting("main", "gather of task left, task right", null),
                        new Waiting("left", "Lock \"b\" held by right", "/coroutines/left/2"),
                        new Waiting("right", "Lock \"a\" held by left", "/coroutines/right/2"))
                .hostRaised("run", "Deadlock")
                .cancels("main", null, "Runner.close").wakes("main")
                .ran("main").endsCancelled()
                .ran("shutdown_asyncgens").returns(List.of())
                .document();
    }

    private static TraceDocument livelock() {
        RunScript script = new RunScript("poll").creates("main")
                .ran("main").starts().creates("poller").awaits("main", "task poller")
                .ran("poller").starts().says("polls");
        for (int i = 0; i < 9_998; i++) {
            script.ran("poller").says("polls");
        }
        return script.violation(Violation.Kind.LIVELOCK,
                        "step limit 10000 reached; next was poller")
                .hostRaised("run", "Livelock").document();
    }

    private static TraceDocument mustHonour() {
        return new RunScript("stubborn").creates("main")
                .ran("main").starts().creates("parent").awaits("main", "sleep until 2000000000 ns")
                .ran("parent").starts().creates("child").awaits("parent", "task child")
                .chose(ChoiceKind.CANCEL, "parent", 2, 0)
                .ran("child").starts().awaits("child", "Event \"ready\"")
                .chose(ChoiceKind.CANCEL, "parent", 2, 1)
                .cancels("parent", "enough", "explorer")
                .cancels("child", "enough", "explorer", "task parent").wakes("child")
                .ran("child").says("cleans up").returns(0)
                .ran("parent").wakes("parent").says("goes on").returns("done")
                .at(2000).ran("timer").wakes("main").ran("main").returns(List.of())
                .violation(Violation.Kind.MUST_HONOUR,
                        "task parent was cancelled and ended otherwise")
                .document();
    }

    private static TraceDocument property() {
        return new RunScript("counter").adversarial().creates("main")
                .ran("main").starts().creates("a", "b").awaits("main", "gather")
                .chose(ChoiceKind.READY, "a, b", 2, 1)
                .ran("b").starts().says("reads", 0).awaits("b", "sleep until 0 ns")
                .ran("a").starts().says("reads", 0).says("writes", 1).returns(1)
                .ran("b").says("writes", 1).chose(ChoiceKind.CHOOSE, "size", 3, 2).returns(1)
                .ran("done callback of task a").ran("done callback of task b").wakes("main")
                .ran("main").returns(List.of(1, 1))
                .violates(Violation.Kind.PROPERTY, "the counter is 2 at the end")
                .document();
    }

    private static TraceDocument unexpectedOutcome() {
        return new RunScript("fan-out").creates("main")
                .ran("main").starts().creates("good", "bad").awaits("main",
                        "the children of a task group")
                .ran("good").starts().awaits("good", "gather of task x, task y")
                .ran("bad").starts().raises("ValueError", "bad luck")
                .ran("done callback of task bad")
                .chose(ChoiceKind.GROUP_ORDER, "main", 2, 1)
                .cancels("good", null, "task group")
                .cancels("x", null, "task group", "task good", "gather")
                .cancels("y", null, "task group", "task good", "gather")
                .ran("x").endsCancelled().ran("y").endsCancelled()
                .ran("good").endsCancelled()
                .ran("main").raises("ExceptionGroup", "unhandled errors in a TaskGroup")
                .hostRaised("run", "ExceptionGroup")
                .violation(Violation.Kind.EXPECT,
                        "run raised ExceptionGroup, but may only be returned")
                .document();
    }

    private static TraceDocument manyTasks() {
        RunScript script = new RunScript("crowd").creates("main").ran("main").starts();
        for (int i = 1; i <= 12; i++) {
            script.creates("worker-" + i);
        }
        script.awaits("main", "gather");
        for (int round = 0; round < 6; round++) {
            for (int i = 1; i <= 12; i++) {
                script.ran("worker-" + i).says("round", round)
                        .awaits("worker-" + i, "sleep until " + (round + 1) + "000000000 ns");
            }
            script.at((round + 1) * 1000L);
            if (round == 2) {
                script.chose(ChoiceKind.CANCEL, "worker-4, worker-7", 3, 2)
                        .cancels("worker-7", null, "explorer").wakes("worker-7");
            }
        }
        return script.ran("worker-7").violates(Violation.Kind.CHECK, "lost an item").endsCancelled()
                .document();
    }

    private static TraceDocument hostileNames() {
        String red = "\u001b[31mred";
        String wide = "w".repeat(500);
        return new RunScript("hostile\r\n\u202Ename").creates(red)
                .ran(red).starts().says("\u001b]0;title\u0007\nfirst line").creates("\u4f60\u597d")
                .ran("\u4f60\u597d").says(wide, wide).awaits("\u4f60\u597d", "\u0000\u0085\u2028")
                .chose(ChoiceKind.CANCEL, red + ", " + wide, 3, 2)
                .cancels(wide, "because\nof \u202E", "explorer")
                .ran(wide).says("").violates(Violation.Kind.CHECK, "\u001b[2J" + "long ".repeat(60))
                .document();
    }
}
