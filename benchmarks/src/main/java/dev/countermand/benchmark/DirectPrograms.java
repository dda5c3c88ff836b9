package dev.countermand.benchmark;

import dev.countermand.loop.Coroutine;
import dev.countermand.loop.SimLoop;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.combine.Gather;
import dev.countermand.loop.combine.Sleep;
import dev.countermand.loop.direct.Backend;
import dev.countermand.loop.direct.DirectStyle;
import dev.countermand.loop.error.CancelledError;
import dev.countermand.loop.sync.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The programs in direct style: lambdas that await, each carried by a thread. */
final class DirectPrograms {
    private final DirectStyle style;

    DirectPrograms(Simulation simulation, Backend backend) {
        style = new DirectStyle(simulation, backend);
    }

    Coroutine<Object> spin(int tasks, int turns) {
        return style.coroutine("main", () -> {
            SimLoop loop = SimLoop.running();
            List<Task<?>> spinners = new ArrayList<>();
            for (int i = 0; i < tasks; i++) {
                spinners.add(loop.createTask(style.coroutine("spinner", () -> {
                    for (int turn = 0; turn < turns; turn++) {
                        DirectStyle.sleep(Duration.ZERO);
                    }
                })));
            }
            DirectStyle.await(Gather.of(loop, spinners, false));
        });
    }

    Coroutine<Object> sleepOne(int times) {
        return style.coroutine("main", () -> {
            for (int i = 0; i < times; i++) {
                DirectStyle.sleep(Duration.ofSeconds(1));
            }
        });
    }

    Coroutine<Object> createAndCancel(int times) {
        return style.coroutine("main", () -> {
            SimLoop loop = SimLoop.running();
            for (int i = 0; i < times; i++) {
                Task<Object> task = loop.createTask(style.coroutine("sleeper",
                        () -> DirectStyle.sleep(Duration.ofSeconds(1000))));
                DirectStyle.await(new Sleep<>(0, null));
                task.cancel();
                try {
                    DirectStyle.await(task);
                } catch (CancelledError expected) {
                    continue;
                }
                throw new IllegalStateException("the task was not cancelled");
            }
        });
    }

    Coroutine<Object> pingPong(int roundTrips) {
        Queue<Object> there = new Queue<>();
        Queue<Object> back = new Queue<>();
        return style.coroutine("main", () -> {
            Task<Object> answerer = SimLoop.running().createTask(style.coroutine("answerer", () -> {
                for (int i = 0; i < roundTrips; i++) {
                    DirectStyle.await(back.put(DirectStyle.await(there.get())));
                }
            }));
            for (int i = 0; i < roundTrips; i++) {
                DirectStyle.await(there.put("ball"));
                DirectStyle.await(back.get());
            }
            DirectStyle.await(answerer);
        });
    }
}
