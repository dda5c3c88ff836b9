package dev.countermand.scenario.model;

/** Operations on queues of all three kinds. */
public sealed interface QueueOperation extends Operation {

    /** Reference to the queue. */
    String queue();

    /** {@code await queue.put(value)}. */
    record Put(String pointer, String queue, Expression value) implements QueueOperation {}

    /** {@code as = await queue.get()}. */
    record Get(String pointer, String queue, String as) implements QueueOperation {}

    /** {@code await queue.join()}. */
    record Join(String pointer, String queue) implements QueueOperation {}

    /** {@code queue.put_nowait(value)}. */
    record PutNowait(String pointer, String queue, Expression value) implements QueueOperation {}

    /** {@code as = queue.get_nowait()}. */
    record GetNowait(String pointer, String queue, String as) implements QueueOperation {}

    /** {@code queue.task_done()}. */
    record TaskDone(String pointer, String queue) implements QueueOperation {}

    /** {@code queue.shutdown(immediate)}; {@code immediate} is false unless given. */
    record Shutdown(String pointer, String queue, boolean immediate) implements QueueOperation {}
}
