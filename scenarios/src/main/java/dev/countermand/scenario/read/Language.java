package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.HostOperation;
import dev.countermand.scenario.model.ObjectDeclaration;
import dev.countermand.scenario.model.Operation;
import java.util.List;
import java.util.stream.Stream;

/** All forms of the language, put together. */
final class Language {

    static final KeyedUnion<Expression> EXPRESSIONS = new KeyedUnion<>(
            "expression", "an expression", "{\"var\": name}", ExpressionForms.all());

    static final KeyedUnion<Awaitable> AWAITABLES = new KeyedUnion<>(
            "awaitable-object", "an awaitable", "{\"coro\": name}", AwaitableForms.all());

    static final TaggedUnion<Operation> OPERATIONS = new TaggedUnion<>(
            "operation",
            "an operation",
            "op",
            Stream.of(
                            ControlForms.all(),
                            DataForms.data(),
                            DataForms.exploration(),
                            TaskForms.all(),
                            WaitingForms.waiting(),
                            WaitingForms.scopes(),
                            SharedForms.synchronisation(),
                            SharedForms.queues(),
                            CallbackForms.callbacks(),
                            CallbackForms.generators(),
                            DataForms.context(),
                            DataForms.runner())
                    .flatMap(List::stream)
                    .toList());

    static final TaggedUnion<ObjectDeclaration> OBJECTS = new TaggedUnion<>(
            "object", "an object declaration", "type", ObjectForms.all());

    static final TaggedUnion<HostOperation> HOST_OPERATIONS = new TaggedUnion<>(
            "host-operation", "a host operation", "op", HostForms.all());

    private Language() {}
}
