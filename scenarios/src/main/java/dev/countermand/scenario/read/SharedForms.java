package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.ON;
import static dev.countermand.scenario.read.Fields.QUEUE;
import static dev.countermand.scenario.read.Fields.THAT;
import static dev.countermand.scenario.read.Fields.VALUE;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.QueueOperation;
import dev.countermand.scenario.model.Synchronisation;
import java.util.List;

/** The operations of {@link Synchronisation} and {@link QueueOperation}. */
final class SharedForms {

    private static final Field<Integer> N = Field.of("n", IntegerType.INTEGER);
    private static final Field<Boolean> IMMEDIATE = Field.of("immediate", BooleanType.BOOLEAN);

    private SharedForms() {}

    static List<Form<Operation>> synchronisation() {
        return List.of(
                operation("acquire", ON, AS.optional()).waits().makes(f ->
                        new Synchronisation.Acquire(f.pointer(), f.get(ON), f.find(AS))),
                operation("release", ON, AS.optional()).makes(f ->
                        new Synchronisation.Release(f.pointer(), f.get(ON), f.find(AS))),
                operation("event_set", ON)
                        .makes(f -> new Synchronisation.EventSet(f.pointer(), f.get(ON))),
                operation("event_clear", ON)
                        .makes(f -> new Synchronisation.EventClear(f.pointer(), f.get(ON))),
                operation("event_wait", ON).waits()
                        .makes(f -> new Synchronisation.EventWait(f.pointer(), f.get(ON))),
                operation("cond_wait", ON).waits()
                        .makes(f -> new Synchronisation.ConditionWait(f.pointer(), f.get(ON))),
                operation("cond_wait_for", ON, THAT).waits().makes(f ->
                        new Synchronisation.ConditionWaitFor(f.pointer(), f.get(ON), f.get(THAT))),
                operation("cond_notify", ON, N.optional()).makes(f ->
                        new Synchronisation.ConditionNotify(f.pointer(), f.get(ON), f.or(N, 1))),
                operation("cond_notify_all", ON).makes(f ->
                        new Synchronisation.ConditionNotifyAll(f.pointer(), f.get(ON))),
                operation("barrier_wait", ON, AS.optional()).waits().makes(f ->
                        new Synchronisation.BarrierWait(f.pointer(), f.get(ON), f.find(AS))),
                operation("barrier_reset", ON, AS.optional()).waits().makes(f ->
                        new Synchronisation.BarrierReset(f.pointer(), f.get(ON), f.find(AS))),
                operation("barrier_abort", ON, AS.optional()).waits().makes(f ->
                        new Synchronisation.BarrierAbort(f.pointer(), f.get(ON), f.find(AS))));
    }

    static List<Form<Operation>> queues() {
        return List.of(
                operation("put", QUEUE, VALUE).waits().makes(f ->
                        new QueueOperation.Put(f.pointer(), f.get(QUEUE), f.get(VALUE))),
                operation("get", QUEUE, AS).waits().makes(f ->
                        new QueueOperation.Get(f.pointer(), f.get(QUEUE), f.get(AS))),
                operation("join", QUEUE).waits()
                        .makes(f -> new QueueOperation.Join(f.pointer(), f.get(QUEUE))),
                operation("put_nowait", QUEUE, VALUE).makes(f ->
                        new QueueOperation.PutNowait(f.pointer(), f.get(QUEUE), f.get(VALUE))),
                operation("get_nowait", QUEUE, AS).makes(f ->
                        new QueueOperation.GetNowait(f.pointer(), f.get(QUEUE), f.get(AS))),
                operation("task_done", QUEUE)
                        .makes(f -> new QueueOperation.TaskDone(f.pointer(), f.get(QUEUE))),
                operation("queue_shutdown", QUEUE, IMMEDIATE.optional())
                        .makes(f -> new QueueOperation.Shutdown(
                                f.pointer(), f.get(QUEUE), f.or(IMMEDIATE, false))));
    }
}
