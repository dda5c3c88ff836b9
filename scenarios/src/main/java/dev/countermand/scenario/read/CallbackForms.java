package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.ARGS;
import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.DELAY;
import static dev.countermand.scenario.read.Fields.DO;
import static dev.countermand.scenario.read.Fields.GEN;
import static dev.countermand.scenario.read.Fields.LOOP_BODY;
import static dev.countermand.scenario.read.Fields.ON;
import static dev.countermand.scenario.read.Fields.VALUE;
import static dev.countermand.scenario.read.Fields.WHEN;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.CallbackOperation;
import dev.countermand.scenario.model.GeneratorOperation;
import dev.countermand.scenario.model.GeneratorOperation.GeneratorSource;
import dev.countermand.scenario.model.Operation;
import java.util.List;

/** The operations of {@link CallbackOperation} and {@link GeneratorOperation}. */
final class CallbackForms {

    private static final Field<String> HANDLE = Field.of("handle", NameType.REFERENCE);

    private CallbackForms() {}

    static List<Form<Operation>> callbacks() {
        return List.of(
                operation("call_soon", AS.optional(), DO).makes(f ->
                        new CallbackOperation.CallSoon(f.pointer(), f.get(DO), f.find(AS))),
                operation("call_later", DELAY, AS.optional(), DO)
                        .makes(f -> new CallbackOperation.CallLater(
                                f.pointer(), f.get(DELAY), f.get(DO), f.find(AS))),
                operation("call_at", WHEN, AS.optional(), DO)
                        .makes(f -> new CallbackOperation.CallAt(
                                f.pointer(), f.get(WHEN), f.get(DO), f.find(AS))),
                operation("cancel_handle", HANDLE).makes(f ->
                        new CallbackOperation.CancelHandle(f.pointer(), f.get(HANDLE))),
                operation("add_done_callback", ON, DO).makes(f ->
                        new CallbackOperation.AddDoneCallback(f.pointer(), f.get(ON), f.get(DO))));
    }

    static List<Form<Operation>> generators() {
        return List.of(
                operation("agen", GEN, ARGS.optional(), AS).makes(f ->
                        new GeneratorOperation.Create(f.pointer(), Calls.generator(f), f.get(AS))),
                operation("anext", ON, AS.optional()).waits().makes(f ->
                        new GeneratorOperation.Next(f.pointer(), f.get(ON), f.find(AS))),
                operation("aclose", ON, AS.optional()).waits().makes(f ->
                        new GeneratorOperation.Close(f.pointer(), f.get(ON), f.find(AS))),
                operation(
                                "async_for",
                                GEN.optional(),
                                ARGS.optional(),
                                ON.optional(),
                                AS,
                                LOOP_BODY)
                        .waits()
                        .with(new FieldRule.OneOf("gen", "on"))
                        .with(new FieldRule.NotBoth("gen", "on"))
                        .with(new FieldRule.Needs("args", "gen"))
                        .makes(f -> new GeneratorOperation.AsyncFor(
                                f.pointer(), source(f), f.get(AS), f.get(LOOP_BODY))),
                operation("yield", VALUE).placed(Placement.IN_GENERATOR).makes(f ->
                        new GeneratorOperation.Yield(f.pointer(), f.get(VALUE))));
    }

    private static GeneratorSource source(FieldValues f) {
        String generator = f.find(ON);
        return generator == null
                ? Calls.generator(f)
                : new GeneratorSource.Reference(generator);
    }
}
