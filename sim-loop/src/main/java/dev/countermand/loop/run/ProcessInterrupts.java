package dev.countermand.loop.run;

import dev.countermand.loop.Signals;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.error.RuntimeError;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands the SIGINTs of the real process (Ctrl-C in a terminal) to a simulation while it is open.
 *
 * <p>The JVM tells of a signal on a thread of its own; the loop's thread handles it before its next
 * step, as CPython's main thread does before its next instruction. Such a run depends on when the
 * key was pressed, so no seed repeats it: use it for programs that run long, not for tests.
 *
 * <p>The class {@code sun.misc.Signal} is reached by reflection, as compilers warn of it and some
 * run-time images lack it.
 */
public final class ProcessInterrupts implements AutoCloseable {

    /** How many SIGINTs may wait until the program handles them: asyncio knows what two mean. */
    private static final int PATIENCE = 2;

    private final Method handle;
    private final Object signal;
    private final Object before;

    private ProcessInterrupts(Method handle, Object signal, Object before) {
        this.handle = handle;
        this.signal = signal;
        this.before = before;
    }

    /**
     * Starts to hand over, until {@link #close}.
     *
     * @throws RuntimeError outside the JVM's main thread, where Python would not handle SIGINT
     *     either, and where the JVM has no signals
     */
    public static ProcessInterrupts handTo(Simulation simulation) {
        if (!isOnMainThread()) {
            throw new RuntimeError("SIGINT can only be handled from the main thread");
        }
        return install(simulation.signals());
    }

    /** Whether this is the JVM's main thread, the one in which Python would handle SIGINT. */
    public static boolean isOnMainThread() {
        Thread thread = Thread.currentThread();
        ThreadGroup group = thread.getThreadGroup();
        return thread.getName().equals("main") && group != null && group.getName().equals("main");
    }

    /**
     * The third SIGINT in a row that a program does not handle, as it never comes to the end of a
     * step, is that of the handler before; the JVM's own ends the process.
     */
    static ProcessInterrupts install(Signals signals) {
        AtomicReference<ProcessInterrupts> installed = new AtomicReference<>();
        ProcessInterrupts interrupts = install(() -> {
            ProcessInterrupts own = installed.get();
            if (signals.interruptFromOutside() > PATIENCE && own != null) {
                own.close();
                own.raise();
            }
        });
        installed.set(interrupts);
        return interrupts;
    }

    private void raise() {
        try {
            signal.getClass().getMethod("raise", signal.getClass()).invoke(null, signal);
        } catch (ReflectiveOperationException error) {
            throw new RuntimeError("SIGINT could not be raised: " + error.getMessage());
        }
    }

    /**
     * Calls an action at the first SIGINT, on the JVM's thread for signals; a second one ends the
     * process, as SIGINT does without this class.
     *
     * @throws RuntimeError where the JVM has no signals
     */
    public static ProcessInterrupts callOnce(Runnable action) {
        AtomicReference<ProcessInterrupts> installed = new AtomicReference<>();
        ProcessInterrupts interrupts = install(() -> {
            action.run();
            ProcessInterrupts own = installed.get();
            if (own != null) {
                own.close();
            }
        });
        installed.set(interrupts);
        return interrupts;
    }

    private static ProcessInterrupts install(Runnable action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = signalType.getConstructor(String.class).newInstance("INT");
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(),
                    new Class<?>[] {handlerType},
                    (proxy, method, args) -> answer(action, proxy, method, args));
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            return new ProcessInterrupts(handle, signal, handle.invoke(null, signal, handler));
        } catch (ReflectiveOperationException error) {
            throw new RuntimeError("this JVM has no signals: " + error.getMessage());
        }
    }

    private static Object answer(
            Runnable action, Object proxy, Method method, Object[] args) {
        return switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield null;
            }
            case "equals" -> proxy == args[0];
            case "hashCode" -> 0;
            default -> "SIGINT to a simulation";
        };
    }

    /** Puts the handler back that was there before. */
    @Override
    public void close() {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException error) {
            throw new RuntimeError("the old SIGINT handler could not be put back: "
                    + error.getMessage());
        }
    }
}
