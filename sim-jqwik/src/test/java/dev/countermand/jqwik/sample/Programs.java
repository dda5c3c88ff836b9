package dev.countermand.jqwik.sample;

import static dev.countermand.asyncio.Asyncio.await;
import static dev.countermand.asyncio.Asyncio.createTask;
import static dev.countermand.asyncio.Asyncio.gatherWithErrors;
import static dev.countermand.asyncio.Asyncio.getRunningLoop;
import static dev.countermand.asyncio.Asyncio.sleep;

import dev.countermand.asyncio.Asyncio;
import dev.countermand.explore.JavaProgram;
import dev.countermand.loop.Simulation;
import dev.countermand.loop.Task;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Programs of which some schedules fail. */
public enum Programs {
    /** One choice of a value is wrong from 2 on. */
    ONE_VALUE(world -> fail(pick(world, 8, 5)[3] >= 2, "value")),
    /** Any three picks of more than nothing. */
    THREE_PICKS(world -> {
        int sum = 0;
        for (int pick : pick(world, 12, 3)) {
            sum += pick;
        }
        fail(sum >= 3, "sum");
    }),
    /** Two choices that are far from each other. */
    TWO_PLACES(world -> {
        int[] picks = pick(world, 20, 2);
        fail(picks[4] == 1 && picks[11] == 1, "both");
    }),
    /** Two timers due at once, in the other order. */
    TIMERS(world -> Asyncio.run(world, () -> {
        List<String> order = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            createTask(name, () -> {
                sleep(Duration.ofSeconds(1));
                order.add(name);
            });
        }
        sleep(Duration.ofSeconds(2));
        fail(order.indexOf("c") < order.indexOf("a"), "order");
    })),
    /** A task that is cancelled while it holds something. */
    CANCELLED(world -> Asyncio.run(world, () -> {
        List<String> held = new ArrayList<>();
        Task<Object> user = createTask("user", () -> {
            sleep(Duration.ofSeconds(1));
            held.add("permit");
            sleep(Duration.ofSeconds(1));
            held.remove("permit");
        });
        getRunningLoop().mayCancel(user, 1, null);
        await(gatherWithErrors(List.of(user)));
        fail(!held.isEmpty(), "lost");
    }));

    private final JavaProgram program;

    Programs(JavaProgram.Body body) {
        program = JavaProgram.of(name(), body);
    }

    /** The program. */
    public JavaProgram program() {
        return program;
    }

    private static void fail(boolean wrong, String message) {
        if (wrong) {
            throw new AssertionError(message);
        }
    }

    private static int[] pick(Simulation world, int count, int bound) {
        int[] picks = new int[count];
        for (int i = 0; i < count; i++) {
            picks[i] = world.choices().choose(ChoiceKind.CHOOSE, new Values(), bound);
        }
        return picks;
    }

    private record Values() implements Alternatives {
        @Override
        public String label() {
            return "value";
        }

        @Override
        public String describe(int picked) {
            return Integer.toString(picked);
        }
    }
}
