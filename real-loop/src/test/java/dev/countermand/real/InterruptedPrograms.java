package dev.countermand.real;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.currentTask;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.runInExecutor;
import static dev.countermand.asyncio.Asyncio.sleep;
import static dev.countermand.asyncio.Scopes.taskGroup;

import dev.countermand.loop.Future;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.sync.Event;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The programs of interrupted.py, in Java: runs the one that is named on the command line. Each
 * prints "ready" where it wants a SIGINT.
 */
final class InterruptedPrograms {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private InterruptedPrograms() {}

    public static void main(String[] arguments) {
        try {
            Object value = RealLoop.run(program(arguments[0]));
            say("returned " + (value == null ? "None" : value));
        } catch (Throwable error) {
            say("raised " + error.getClass().getSimpleName()
                    + (error.getMessage() == null ? "()" : "(" + error.getMessage() + ")"));
        }
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static Callable<Object> program(String name) {
        return () -> {
            switch (name) {
                case "in_sleep" -> inSleep();
                case "waiting_for_nothing" -> waitingForNothing();
                case "while_cleaning_up" -> whileCleaningUp();
                case "surviving" -> {
                    return surviving();
                }
                case "uncancelling" -> uncancelling();
                case "with_children" -> withChildren();
                case "in_a_job" -> inAJob();
                case "between_steps" -> betweenSteps();
                case "in_close" -> inClose();
                case "blocking" -> blocking();
                default -> throw new IllegalArgumentException(name);
            }
            return null;
        };
    }

    private static void inSleep() {
        try {
            say("ready");
            sleep(AN_HOUR);
        } finally {
            say("cleans up");
        }
    }

    private static void waitingForNothing() {
        try {
            say("ready");
            await(new Event().waitFor());
        } catch (CancelledError error) {
            say("cancelled " + (error.getMessage() == null ? "()" : error.getMessage()));
            throw error;
        }
    }

    private static void whileCleaningUp() {
        try {
            say("ready");
            sleep(AN_HOUR);
        } finally {
            say("cleans up");
            say("ready");
            try {
                sleep(AN_HOUR);
            } catch (CancelledError error) {
                say("cancelled again");
                throw error;
            } finally {
                say("cleaned up");
            }
        }
    }

    private static Object surviving() {
        try {
            say("ready");
            sleep(AN_HOUR);
        } catch (CancelledError error) {
            say("goes on");
        }
        sleep(Duration.ofMillis(10));
        return "value";
    }

    private static void uncancelling() {
        try {
            say("ready");
            sleep(AN_HOUR);
        } catch (CancelledError error) {
            say("uncancelled to " + currentTask().uncancel());
            throw error;
        }
    }

    private static void withChildren() {
        createTask("left alone", () -> child("left alone"));
        taskGroup(group -> {
            group.createTask("in the group", () -> child("in the group"));
            sleep(Duration.ZERO);
            say("ready");
        });
    }

    private static void child(String name) {
        try {
            sleep(AN_HOUR);
        } finally {
            say(name + " ends");
        }
    }

    private static void inAJob() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try {
            Future<Object> future = runInExecutor(AN_HOUR, () -> {
                mayEnd.await(30, TimeUnit.SECONDS);
                say("job ends");
                return null;
            });
            sleep(Duration.ofMillis(50));
            say("ready");
            await(future);
        } finally {
            say("cleans up");
            getRunningLoop().callLater(Duration.ofMillis(50), mayEnd::countDown);
            sleep(Duration.ofMillis(100));
        }
    }

    private static void betweenSteps() {
        say("ready");
        try {
            while (true) {
                sleep(Duration.ZERO);
            }
        } finally {
            say("cleans up");
        }
    }

    private static void inClose() {
        createTask("stubborn", () -> {
            try {
                sleep(AN_HOUR);
            } finally {
                say("ready");
                sleep(AN_HOUR);
            }
        });
        sleep(Duration.ZERO);
    }

    /** No Python: there a signal interrupts the sleep of a thread. */
    private static void blocking() throws InterruptedException {
        say("ready");
        say("ready");
        say("ready");
        Thread.sleep(AN_HOUR.toMillis());
    }
}
