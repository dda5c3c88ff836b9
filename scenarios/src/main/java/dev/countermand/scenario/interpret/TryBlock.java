package dev.countermand.scenario.interpret;

import dev.countermand.scenario.model.ErrorName;
import dev.countermand.scenario.value.Errors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code try .. except .. else .. finally}. */
final class TryBlock extends Block {
    private enum Phase {
        BODY,
        HANDLER,
        ELSE,
        FINALLY
    }

    /** What does not change between runs of the block: its parts. */
    record Parts(Sequence body, List<Handler> handlers, Sequence otherwise, Sequence last) {}

    /** One {@code except} clause. */
    record Handler(List<ErrorName> errors, Reference as, Sequence body) {
        boolean catches(Throwable error) {
            return errors.stream().anyMatch(name -> Errors.matches(error, name));
        }
    }

    private final Parts parts;
    private Phase phase = Phase.BODY;
    private @Nullable Throwable caught;

    /** How the block will be left when its {@code finally} has run. */
    private @Nullable Completion pending;

    TryBlock(@Nullable Block outer, Parts parts) {
        super(outer, parts.body());
        this.parts = parts;
    }

    @Override
    void ended(Frame frame) {
        if (phase == Phase.BODY) {
            phase = Phase.ELSE;
            go(parts.otherwise());
        } else if (phase != Phase.FINALLY) {
            beginFinally(null);
        } else {
            frame.leave(this);
            if (pending != null) {
                frame.unwind(pending);
            }
        }
    }

    @Override
    @Nullable Completion left(Frame frame, Completion completion) {
        if (phase == Phase.FINALLY) {
            frame.leave(this);
            return completion;
        }
        Throwable error = completion.error();
        if (phase == Phase.BODY && error != null && handle(frame, error)) {
            return null;
        }
        beginFinally(completion);
        return null;
    }

    private boolean handle(Frame frame, Throwable error) {
        for (Handler handler : parts.handlers()) {
            if (handler.catches(error)) {
                phase = Phase.HANDLER;
                caught = error;
                handler.as().set(frame, error);
                go(handler.body());
                return true;
            }
        }
        return false;
    }

    private void beginFinally(@Nullable Completion completion) {
        phase = Phase.FINALLY;
        caught = null;
        pending = completion;
        go(parts.last());
    }

    @Override
    @Nullable Throwable handling() {
        return phase == Phase.FINALLY && pending != null ? pending.error() : caught;
    }
}
