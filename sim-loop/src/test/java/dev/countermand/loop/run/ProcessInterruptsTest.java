package dev.countermand.loop.run;

import static dev.countermand.loop.direct.DirectStyle.sleep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.KeyboardInterrupt;
import dev.countermand.loop.error.RuntimeError;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A real SIGINT of this very process reaches the simulated program. */
class ProcessInterruptsTest {
    @Test
    void aRealSigintCancelsTheMainTaskAndEndsAsKeyboardInterrupt() {
        List<String> log = new ArrayList<>();
        Simulation simulation = new Simulation();
        DirectStyle direct = new DirectStyle(simulation);
        Coroutine<Object> main = direct.coroutine("main", () -> {
            try {
                raiseRealSigint();
                sleep(Duration.ofDays(1));
            } finally {
                log.add("clean-up");
            }
        });
        try (ProcessInterrupts open = ProcessInterrupts.install(simulation.signals())) {
            assertThatThrownBy(() -> Runner.run(simulation, main))
                    .isInstanceOf(KeyboardInterrupt.class);
        }
        assertThat(log).containsExactly("clean-up");
    }

    @Test
    void handingOverOutsideTheMainThreadIsRefused() throws InterruptedException {
        List<Throwable> raised = new ArrayList<>();
        Thread other = new Thread(() -> {
            try {
                ProcessInterrupts.handTo(new Simulation()).close();
            } catch (RuntimeError error) {
                raised.add(error);
            }
        });
        other.start();
        other.join();
        assertThat(raised).hasSize(1);
        assertThat(raised.get(0)).hasMessage("SIGINT can only be handled from the main thread");
    }

    /** Raises SIGINT and waits until the JVM has told its handler of it. */
    private static void raiseRealSigint() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance("INT");
        CountDownLatch told = new CountDownLatch(1);
        Object[] ours = new Object[1];
        Object relay = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType},
                (proxy, method, args) -> {
                    if (method.getName().equals("handle")) {
                        method.invoke(ours[0], args);
                        told.countDown();
                    }
                    return null;
                });
        ours[0] = type.getMethod("handle", type, handlerType).invoke(null, signal, relay);
        type.getMethod("raise", type).invoke(null, signal);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (told.getCount() > 0 && System.nanoTime() < deadline) {
            // A coroutine may not block its thread, so it keeps the processor busy.
            Thread.onSpinWait();
        }
        assertThat(told.getCount())
                .as("no SIGINT reaches this JVM, as in the background jobs of a shell").isZero();
        type.getMethod("handle", type, handlerType).invoke(null, signal, ours[0]);
    }

    @Test
    void anActionIsCalledOnceAndTheNextSigintIsTheOldHandlers() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance("INT");
        Object old = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType},
                (proxy, method, args) -> told.add("old"));
        Method handle = type.getMethod("handle", type, handlerType);
        Object before = handle.invoke(null, signal, old);
        Thread[] acting = new Thread[1];
        try (ProcessInterrupts open = ProcessInterrupts.callOnce(() -> {
            acting[0] = Thread.currentThread();
            told.add("action");
        })) {
            assertThat(open).isNotNull();
            type.getMethod("raise", type).invoke(null, signal);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("action");
            // The old handler comes back after the action, on the thread of this one signal.
            acting[0].join(TimeUnit.SECONDS.toMillis(30));
            type.getMethod("raise", type).invoke(null, signal);
            assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("old");
        } finally {
            handle.invoke(null, signal, before);
        }
    }
}
