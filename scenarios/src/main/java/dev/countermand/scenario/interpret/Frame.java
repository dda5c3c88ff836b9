package dev.countermand.scenario.interpret;

import dev.countermand.loop.AccessSink;
import dev.countermand.loop.Awaitable;
import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Future;
import dev.countermand.loop.Signal;
import dev.countermand.loop.error.GeneratorExit;
import dev.countermand.loop.error.RunAborted;
import dev.countermand.loop.error.RuntimeError;
import dev.countermand.loop.error.Throwing;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.value.RaisedError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One invocation of a body, which can be suspended at its awaits.
 *
 * <p>{@link #resume} goes round in {@link #advance}: it takes the next operation of the innermost
 * block until one of them awaits something that is not there yet, or the body ends.
 */
public final class Frame extends Coroutine<Object>
        implements AsyncGenerator.Body<Object> {
    /** The value of a local variable that was not assigned yet. */
    static final Object UNBOUND = new Object();

    private static final Object[] NO_LOCALS = {};

    final World world;
    final Code code;
    final Object[] locals;
    private final int invocation;
    private @Nullable Block block;
    private @Nullable Awaitable<?> awaited;
    private Continuation continuation = Continuation.IGNORE;
    private @Nullable Frame caller;
    private boolean started;
    private boolean finished;
    private boolean suspended;

    /** What a generator's body gives to whoever iterates it. */
    private AsyncGenerator.@Nullable Yielded<Object> yielded;

    private Frame(World world, Code code, Object[] locals, int invocation) {
        this.world = world;
        this.code = code;
        this.locals = locals;
        this.invocation = invocation;
    }

    /** Makes an invocation, which has not begun. */
    static Frame of(World world, Code code, @Nullable Object[] args) {
        if (args.length != code.params) {
            throw new IllegalStateException(code.name + " takes " + code.params + " arguments");
        }
        Object[] locals = code.slots == 0 ? NO_LOCALS : new Object[code.slots];
        System.arraycopy(args, 0, locals, 0, args.length);
        Arrays.fill(locals, args.length, locals.length, UNBOUND);
        boolean labelled = code.kind != Kind.FUNCTION;
        AccessSink sink = world.accesses;
        if (sink != null) {
            sink.made(locals);
        }
        return new Frame(world, code, locals, labelled ? world.countInvocation(code) : 0);
    }

    /**
     * A frame for a callback's operations, which share the variables of the place they stand in.
     */
    Frame forCallback(Code callback) {
        return new Frame(world, callback, locals, 0);
    }

    /** A frame outside any body, in which the host evaluates expressions. */
    static Frame ofHost(World world) {
        return new Frame(world, Compiler.HOST, new Object[0], 0);
    }

    @Nullable Object local(int slot) {
        Object value = locals[slot];
        if (world.accesses != null) {
            world.accesses.read(locals);
            world.noteLists(value);
        }
        return value;
    }

    void setLocal(int slot, @Nullable Object value) {
        if (world.accesses != null) {
            world.accesses.write(locals);
        }
        locals[slot] = value;
    }

    /** The label of the invocation, null for code that runs outside any coroutine. */
    @Nullable String label() {
        if (code.kind == Kind.FUNCTION) {
            return caller == null ? null : caller.label();
        }
        return invocation == 1 ? code.name : code.name + "#" + invocation;
    }

    @Override
    public String name() {
        String label = label();
        return label == null ? code.name : label;
    }

    @Override
    public Signal resume(@Nullable Throwable thrown) {
        if (finished) {
            throw new RuntimeError("cannot reuse already awaited coroutine");
        }
        if (thrown != null && (!started || isAbandoned(thrown))) {
            finished = true;
            throw Throwing.asIs(thrown);
        }
        caller = world.running;
        world.running = this;
        try {
            return advance(thrown);
        } finally {
            world.running = caller;
            caller = null;
        }
    }

    /**
     * Whether a thread that carries this body is being ended with its loop. A body of a scenario
     * then stays where it is, as a coroutine does in CPython that is referenced to the end.
     */
    private boolean isAbandoned(Throwable thrown) {
        return thrown instanceof GeneratorExit && world.loop() != null && world.loop().isClosed();
    }

    private Signal advance(@Nullable Throwable thrown) {
        Throwable raise = thrown;
        if (!started) {
            start();
        }
        while (true) {
            try {
                Signal signal = suspended ? goOn(raise) : null;
                raise = null;
                return signal != null ? signal : runBlocks();
            } catch (RunAborted verdict) {
                throw verdict;
            } catch (Throwable error) {
                if (finished) {
                    throw error;
                }
                unwind(new Completion.Raise(asPythonError(error)));
            }
            raise = null;
            if (finished) {
                return Signal.RETURNED;
            }
        }
    }

    private static Throwable asPythonError(Throwable error) {
        return error instanceof StackOverflowError
                ? new RaisedError("RecursionError", "maximum recursion depth exceeded")
                : error;
    }

    private void start() {
        started = true;
        block = new Block.Plain(null, code.body);
        if (code.kind == Kind.COROUTINE) {
            world.events().started(this);
        }
    }

    /** Runs operations until the body is suspended or finished. */
    private Signal runBlocks() {
        while (!finished) {
            if (awaited != null) {
                Signal signal = goOn(null);
                if (signal != null) {
                    return signal;
                }
                continue;
            }
            if (yielded != null) {
                break;
            }
            Block innermost = block;
            if (innermost == null) {
                finish(null);
            } else if (innermost.next < innermost.sequence.instructions.length) {
                innermost.sequence.instructions[innermost.next++].execute(this);
            } else {
                innermost.ended(this);
            }
        }
        return Signal.RETURNED;
    }

    /** Begins to await something; the continuation gets its value, now or later. */
    void await(Awaitable<?> awaitable, Continuation then) {
        awaited = awaitable;
        continuation = then;
    }

    /**
     * Goes on with what is awaited.
     *
     * @return the signal on which the body is suspended, null if the value was there
     */
    private @Nullable Signal goOn(@Nullable Throwable raise) {
        if (yielded != null) {
            yielded = null;
            suspended = false;
            if (raise != null) {
                throw Throwing.asIs(raise);
            }
            return null;
        }
        boolean wasSuspended = suspended;
        Awaitable<?> target = awaited;
        Object value = null;
        if (target == Turn.NEXT) {
            if (!wasSuspended) {
                suspended = true;
                return Signal.YIELDED;
            }
            if (raise != null) {
                awaited = null;
                suspended = false;
                throw Throwing.asIs(raise);
            }
        } else if (target instanceof Coroutine<?> coroutine) {
            suspended = true;
            Signal signal = resumeInner(coroutine, raise);
            if (signal != Signal.RETURNED) {
                return signal;
            }
            value = coroutine.result();
        } else {
            Future<?> future = (Future<?>) target;
            if (!wasSuspended && !future.isDone()) {
                suspended = true;
                return future;
            }
            awaited = null;
            suspended = false;
            value = wasSuspended ? awaited(future, raise) : future.result();
        }
        awaited = null;
        suspended = false;
        continuation.completed(this, value);
        return null;
    }

    private Signal resumeInner(Coroutine<?> coroutine, @Nullable Throwable raise) {
        try {
            return coroutine.resume(raise);
        } catch (Throwable error) {
            awaited = null;
            suspended = false;
            throw error;
        }
    }

    /** Suspends a generator's body at a yield; {@link AsyncGenerator} passes the value on. */
    void yieldValue(@Nullable Object value) {
        yielded = new AsyncGenerator.Yielded<>(value);
        suspended = true;
    }

    /** The value that was yielded, null if the body has not yielded but finished. */
    @Override
    public AsyncGenerator.@Nullable Yielded<Object> yielded() {
        return yielded;
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    boolean isStarted() {
        return started;
    }

    /** Ends a generator that never began. */
    void finishUnstarted() {
        finished = true;
    }

    void enter(Block inner) {
        block = inner;
    }

    void leave(Block left) {
        block = left.outer;
    }

    @Nullable Block block() {
        return block;
    }

    /** Leaves blocks until one deals with the completion; the last one ends the body. */
    void unwind(Completion completion) {
        Completion rest = completion;
        while (rest != null) {
            Block innermost = block;
            if (innermost == null) {
                leaveBody(rest);
                return;
            }
            try {
                rest = innermost.left(this, rest);
            } catch (RunAborted verdict) {
                throw verdict;
            } catch (StackOverflowError tooDeep) {
                // Here is no room to leave a block, and trying again would find none either: the
                // caller, who has more, gets the error.
                finished = true;
                throw tooDeep;
            } catch (Throwable error) {
                rest = new Completion.Raise(error);
            }
        }
    }

    private void leaveBody(Completion completion) {
        Throwable error = completion.error();
        if (error == null) {
            finish(completion instanceof Completion.Return returned ? returned.value() : null);
            return;
        }
        finished = true;
        if (code.kind == Kind.COROUTINE) {
            world.events().raised(this, error);
        }
        throw Throwing.asIs(error);
    }

    private void finish(@Nullable Object value) {
        finished = true;
        returned(value);
        if (code.kind == Kind.COROUTINE) {
            world.events().returned(this, value);
        }
    }

    /** The error that a bare {@code raise} raises again: the innermost one being handled. */
    @Nullable Throwable handledError() {
        for (Frame frame = this; frame != null; frame = frame.caller) {
            for (Block at = frame.block; at != null; at = at.outer) {
                if (at.handling() != null) {
                    return at.handling();
                }
            }
        }
        return world.hostHandling();
    }

    /** The JSON pointer of the operation at which the innermost awaiting body is suspended. */
    @Override
    public @Nullable String where() {
        String inner = awaited instanceof Coroutine<?> coroutine ? coroutine.where() : null;
        return inner != null ? inner : pointer();
    }

    /** The JSON pointer of the operation that runs or is suspended. */
    @Nullable String pointer() {
        for (Block at = block; at != null; at = at.outer) {
            if (at.next > 0) {
                return at.sequence.pointers[at.next - 1];
            }
        }
        return null;
    }

    @Override
    public void close() {
        finished |= !started;
    }
}
