package dev.countermand.scenario.generate;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Callbacks and async generators. */
final class CallbackRules {
    private CallbackRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.anywhere("call_soon", Area.CALLBACKS, 2, body -> later(body, "call_soon"))
                        .when(BodyWriter::mayNest),
                Rule.anywhere("call_later", Area.CALLBACKS, 2, body -> later(body, "call_later"))
                        .when(BodyWriter::mayNest),
                Rule.anywhere("call_at", Area.CALLBACKS, 1, body -> later(body, "call_at"))
                        .when(BodyWriter::mayNest),
                Rule.anywhere("cancel_handle", Area.CALLBACKS, 2, body ->
                                body.add("cancel_handle", "handle", body.variable(Kind.HANDLE)))
                        .needs(Kind.HANDLE),
                Rule.anywhere("add_done_callback", Area.CALLBACKS, 2, body ->
                                body.add("add_done_callback",
                                        "on", body.variable(Kind.TASK, Kind.FUTURE),
                                        "do", body.callback()))
                        .when(BodyWriter::mayNest),
                Rule.anywhere("agen", Area.GENERATORS, 2, CallbackRules::create)
                        .when(CallbackRules::canCreate),
                Rule.waits("anext", Area.GENERATORS, 3, body -> body.addMaybeAssigning(
                                Kind.ANY,
                                Json.operation("anext", "on", body.variable(Kind.GENERATOR))))
                        .when(CallbackRules::hasGenerators).raises(),
                Rule.waits("aclose", Area.GENERATORS, 2, body -> body.addMaybeAssigning(
                                Kind.ANY,
                                Json.operation("aclose", "on", body.variable(Kind.GENERATOR))))
                        .when(CallbackRules::hasGenerators).raises(),
                Rule.waits("async_for", Area.GENERATORS, 3, CallbackRules::asyncFor)
                        .when(BodyWriter::mayNest)
                        .when(body -> canCreate(body) || hasGenerators(body)),
                Rule.anywhere("yield", Area.GENERATORS, 25, body ->
                                body.add("yield", "value", Values.number(body)))
                        .when(body -> body.place == BodyWriter.Place.GENERATOR));
    }

    private static boolean canCreate(BodyWriter body) {
        return !body.callable(body.plan.generators).isEmpty();
    }

    private static boolean hasGenerators(BodyWriter body) {
        return !body.plan.generators.isEmpty()
                && body.place != BodyWriter.Place.GENERATOR;
    }

    private static void later(BodyWriter body, String operation) {
        ObjectNode later = Json.operation(operation);
        if (operation.equals("call_later")) {
            later.put("delay", body.delay());
        } else if (operation.equals("call_at")) {
            later.set("when", Values.pair("+", Json.object("time", Json.array()), body.delay()));
        }
        later.set("do", body.callback());
        body.addMaybeAssigning(Kind.HANDLE, later);
    }

    private static void create(BodyWriter body) {
        ObjectNode create = body.call(Json.operation("agen"),
                "gen", body.decisions.of(body.callable(body.plan.generators)));
        if (body.decisions.once(2)) {
            body.add(create.put("as", "iter"));
        } else {
            body.addAssigning(Kind.GENERATOR, create);
        }
    }

    private static void asyncFor(BodyWriter body) {
        ObjectNode loop = Json.operation("async_for");
        if (canCreate(body) && (!hasGenerators(body) || body.decisions.once(2))) {
            body.call(loop, "gen", body.decisions.of(body.callable(body.plan.generators)));
        } else {
            loop.put("on", body.variable(Kind.GENERATOR));
        }
        String name = body.target(Kind.ANY);
        loop.put("as", name);
        body.scope.declare(Kind.ANY, name);
        loop.set("body", body.loopBlock());
        body.add(loop);
    }
}
