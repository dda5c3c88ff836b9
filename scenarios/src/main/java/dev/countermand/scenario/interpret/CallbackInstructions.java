package dev.countermand.scenario.interpret;

import dev.countermand.loop.Future;
import dev.countermand.loop.Handle;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.error.TypeError;
import dev.countermand.scenario.model.CallbackOperation;
import dev.countermand.scenario.model.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles callbacks given to the loop and to futures. */
final class CallbackInstructions {
    private final Compiler compiler;
    private final Names names;

    CallbackInstructions(Compiler compiler, Names names) {
        this.compiler = compiler;
        this.names = names;
    }

    Instruction compile(CallbackOperation operation) {
        if (operation instanceof CallbackOperation.CallSoon soon) {
            Code code = code(soon.body());
            Reference as = names.target(soon.as());
            return frame -> as.set(frame, SimLoop.running().callSoon(closure(frame, code)));
        }
        if (operation instanceof CallbackOperation.CallLater later) {
            Code code = code(later.body());
            Evaluation delay = Expressions.compile(later.delay(), names);
            Reference as = names.target(later.as());
            return frame -> {
                Object given = delay.in(frame);
                if (given == null) {
                    throw new TypeError("delay must not be None");
                }
                long nanos = Seconds.toNanos(Seconds.addable(given));
                as.set(frame, SimLoop.running().callLater(nanos, closure(frame, code)));
            };
        }
        if (operation instanceof CallbackOperation.CallAt at) {
            Code code = code(at.body());
            Evaluation when = Expressions.compile(at.when(), names);
            Reference as = names.target(at.as());
            return frame -> {
                Object given = when.in(frame);
                if (given == null) {
                    throw new TypeError("when cannot be None");
                }
                long nanos = Seconds.delay(given);
                as.set(frame, SimLoop.running().callAt(nanos, closure(frame, code)));
            };
        }
        if (operation instanceof CallbackOperation.CancelHandle cancel) {
            Reference handle = names.reference(cancel.handle());
            return frame -> cancel(handle.get(frame));
        }
        CallbackOperation.AddDoneCallback add = (CallbackOperation.AddDoneCallback) operation;
        Reference on = names.reference(add.on());
        Code code = code(add.body());
        return frame -> {
            Runnable closure = closure(frame, code);
            Cast.to(Future.class, on.get(frame), "add_done_callback")
                    .addDoneCallback(future -> closure.run());
        };
    }

    private Code code(List<Operation> operations) {
        return compiler.callback(operations, names);
    }

    private static void cancel(@Nullable Object target) {
        if (target instanceof Future<?> future) {
            future.cancel();
        } else {
            Cast.to(Handle.class, target, "cancel").cancel();
        }
    }

    private static Runnable closure(Frame frame, Code code) {
        return () -> frame.forCallback(code).resume(null);
    }
}
