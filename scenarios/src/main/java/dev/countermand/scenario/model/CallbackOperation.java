package dev.countermand.scenario.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations that hand a callback to the loop. The callback's {@code body} (the document's {@code
 * do}) never waits, and shares the variables of the place where it stands. Times are in seconds.
 */
public sealed interface CallbackOperation extends Operation {

    /** {@code as = loop.call_soon(body)}. */
    record CallSoon(String pointer, List<Operation> body, @Nullable String as)
            implements CallbackOperation {
        public CallSoon {
            body = List.copyOf(body);
        }
    }

    /** {@code as = loop.call_later(delay, body)}. */
    record CallLater(
            String pointer, Expression delay, List<Operation> body, @Nullable String as)
            implements CallbackOperation {
        public CallLater {
            body = List.copyOf(body);
        }
    }

    /** {@code as = loop.call_at(when, body)}. */
    record CallAt(String pointer, Expression when, List<Operation> body, @Nullable String as)
            implements CallbackOperation {
        public CallAt {
            body = List.copyOf(body);
        }
    }

    /** {@code handle.cancel()}. */
    record CancelHandle(String pointer, String handle) implements CallbackOperation {}

    /** {@code on.add_done_callback(lambda _: body)}. */
    record AddDoneCallback(String pointer, String on, List<Operation> body)
            implements CallbackOperation {
        public AddDoneCallback {
            body = List.copyOf(body);
        }
    }
}
