package dev.countermand.scenario.interpret;

import dev.countermand.loop.Future;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.AsCompleted;
import dev.countermand.loop.combine.ReturnWhen;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.combine.Wait;
import dev.countermand.loop.error.Throwing;
import dev.countermand.scenario.model.WaitingOperation;
import dev.countermand.scenario.model.WaitingOperation.JobOutcome;
import dev.countermand.scenario.value.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Compiles sleeps, awaits and the combinators that have an operation of their own. */
final class WaitingInstructions {
    private final Compiler compiler;
    private final Names names;

    WaitingInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(WaitingOperation operation) {
        if (operation instanceof WaitingOperation.Sleep sleep) {
            return sleep(sleep);
        }
        if (operation instanceof WaitingOperation.Await await) {
            Evaluation on = new Awaitables(compiler, names).compile(await.on());
            Reference as = names.target(await.as());
            Continuation then = as::set;
            return frame -> frame.await(Awaitables.inAwait(on.in(frame)), then);
        }
        if (operation instanceof WaitingOperation.Wait wait) {
            return waitForSome(wait);
        }
        if (operation instanceof WaitingOperation.AsCompleted completed) {
            return asCompleted(completed);
        }
        return runInExecutor((WaitingOperation.RunInExecutor) operation);
    }

    private Instruction sleep(WaitingOperation.Sleep sleep) {
        Evaluation delay = Expressions.compile(sleep.delay(), names);
        Evaluation result = Expressions.compile(sleep.result(), names);
        Reference as = names.target(sleep.as());
        Continuation then = as::set;
        return frame -> {
            Object seconds = delay.in(frame);
            Object value = result.in(frame);
            long nanos = Seconds.toSleep(seconds);
            boolean onlyYields = nanos <= 0 && value == null;
            frame.await(onlyYields ? Turn.NEXT : new Sleep<>(nanos, value), then);
        };
    }

    private Instruction waitForSome(WaitingOperation.Wait wait) {
        Evaluation on = new Awaitables(compiler, names).compileList(wait.on());
        Evaluation timeout = Expressions.compile(wait.timeout(), names);
        ReturnWhen returnWhen = ReturnWhen.valueOf(wait.returnWhen().name());
        Reference done = names.target(wait.names().done());
        Reference pending = names.target(wait.names().pending());
        Continuation then = (frame, value) -> {
            Wait.Result result = (Wait.Result) value;
            done.set(frame, namesOf(result.done()));
            pending.set(frame, namesOf(result.pending()));
        };
        return frame -> {
            Object list = on.in(frame);
            Long limit = Seconds.limit(timeout.in(frame));
            List<Future<?>> futures = Awaitables.futures(list, limit);
            frame.await(new Wait(futures, limit, returnWhen), then);
        };
    }

    private static List<@Nullable Object> namesOf(List<Future<?>> futures) {
        List<@Nullable Object> sorted = new ArrayList<>();
        futures.stream().map(WaitingInstructions::nameOf).sorted().forEach(sorted::add);
        return sorted;
    }

    private static String nameOf(Future<?> future) {
        return future instanceof Task<?> task ? task.name() : "Future";
    }

    private Instruction asCompleted(WaitingOperation.AsCompleted completed) {
        Evaluation on = new Awaitables(compiler, names).compileList(completed.on());
        Evaluation timeout = Expressions.compile(completed.timeout(), names);
        Reference as = names.reference(completed.as());
        Sequence body = compiler.sequence(completed.body(), names);
        return frame -> {
            var awaitables = Awaitables.awaitables(on.in(frame));
            Long limit = Seconds.limit(timeout.in(frame));
            AsCompleted iterator = new AsCompleted(awaitables, limit);
            new IterationBlock.Completed(frame.block(), body, as, iterator).enter(frame);
        };
    }

    private Instruction runInExecutor(WaitingOperation.RunInExecutor job) {
        Evaluation duration = Expressions.compile(job.duration(), names);
        Reference as = names.target(job.as());
        Continuation then = as::set;
        JobOutcome outcome = job.outcome();
        Evaluation result = outcome instanceof JobOutcome.Returns returns
                ? Expressions.compile(returns.result(), names)
                : frame -> null;
        return frame -> {
            long nanos = Seconds.delay(duration.in(frame));
            Object value = result.in(frame);
            Callable<Object> work = () -> {
                if (outcome instanceof JobOutcome.Raises raises) {
                    throw Throwing.asIs(Errors.make(raises.error()));
                }
                return value;
            };
            frame.await(SimLoop.running().executor().submit(nanos, work), then);
        };
    }
}
