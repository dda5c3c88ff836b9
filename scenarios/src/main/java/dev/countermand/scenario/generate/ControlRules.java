package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Branches, loops, errors, functions. */
final class ControlRules {
    /** Every error of the language; those that leave the loop are last. */
    static final List<String> ERRORS = List.of(
            "ValueError", "CancelledError", "KeyError", "TimeoutError", "RuntimeError",
            "BaseException", "Exception", "InvalidStateError", "QueueEmpty", "QueueFull",
            "BrokenBarrierError", "StopAsyncIteration", "KeyboardInterrupt", "SystemExit",
            "QueueShutDown");

    /** What handlers catch: these happen most. */
    private static final List<String> OFTEN_CAUGHT = List.of(
            "CancelledError", "BaseException", "Exception", "ValueError", "TimeoutError",
            "ExceptionGroup", "BaseExceptionGroup", "RuntimeError", "CancelledError");

    /** Errors whose text has no object's address in it. */
    private static final List<String> PLAIN_TEXT = List.of(
            "CancelledError", "TimeoutError", "KeyError", "QueueEmpty", "QueueFull",
            "ExceptionGroup", "BaseExceptionGroup", "BrokenBarrierError");

    private ControlRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.anywhere("try", Area.CONTROL, 9, ControlRules::tries)
                        .when(BodyWriter::mayNest),
                Rule.anywhere("if", Area.CONTROL, 2, ControlRules::branch)
                        .when(BodyWriter::mayNest),
                Rule.anywhere("repeat", Area.CONTROL, 3, ControlRules::repeat)
                        .when(BodyWriter::mayNest),
                Rule.anywhere("while", Area.CONTROL, 1, ControlRules::loop)
                        .when(BodyWriter::mayNest),
                Rule.waits("while", Area.SIGNALS, 1, body -> body.add("while",
                                "that", true,
                                "body", Json.array(Json.operation("sleep", "delay", 0))))
                        .when(body -> body.plan.aims.equals(Set.of(Area.SIGNALS))),
                Rule.anywhere("break", Area.CONTROL, 2, body -> body.add("break"))
                        .when(BodyWriter::isInLoop),
                Rule.anywhere("continue", Area.CONTROL, 1, body -> body.add("continue"))
                        .when(BodyWriter::isInLoop),
                Rule.anywhere("return", Area.CONTROL, 2, ControlRules::leave),
                Rule.anywhere("raise", Area.CONTROL, 3, body -> body.add(raise(body))),
                Rule.anywhere("raise", Area.CONTROL, 1, body -> body.add("raise"))
                        .when(body -> body.depth > 0),
                Rule.anywhere("call", Area.CONTROL, 2, ControlRules::call)
                        .when(body -> !body.callable(body.plan.functions).isEmpty()));
    }

    /** Adds {@code error} and perhaps {@code text}. */
    static ObjectNode error(BodyWriter body, ObjectNode operation) {
        // The likelier half is what a program raises itself.
        int half = body.decisions.once(3) ? ERRORS.size() - 1 : 6;
        String error = ERRORS.get(body.decisions.below(half));
        operation.put("error", error);
        if (body.decisions.once(2)) {
            operation.put("text", body.decisions.of("x", "why", ""));
        }
        return operation;
    }

    private static ObjectNode raise(BodyWriter body) {
        return error(body, Json.operation("raise"));
    }

    private static void tries(BodyWriter body) {
        Decisions decisions = body.decisions;
        ObjectNode tries = Json.operation("try", "body", body.block());
        boolean last = decisions.once(3);
        boolean handlers = !last || decisions.once(2);
        if (handlers) {
            ArrayNode clauses = Json.array(clause(body));
            if (decisions.once(4)) {
                clauses.add(clause(body));
            }
            tries.set("except", clauses);
        }
        if (decisions.once(5)) {
            tries.set("else", body.block());
        }
        if (last) {
            tries.set("finally", body.block());
        }
        body.add(tries);
    }

    private static ObjectNode clause(BodyWriter body) {
        Decisions decisions = body.decisions;
        List<String> caught = new ArrayList<>();
        boolean plain = decisions.once(3);
        int count = decisions.of(1, 1, 2);
        for (int i = 0; i < count; i++) {
            caught.add(decisions.of(plain ? PLAIN_TEXT
                    : decisions.once(4) ? ERRORS.subList(0, ERRORS.size() - 1) : OFTEN_CAUGHT));
        }
        JsonNode errors = Json.node(count == 1 ? caught.get(0) : caught);
        ObjectNode clause = Json.object("error", errors);
        String name = decisions.once(3) ? null : body.scope.fresh(Kind.ERROR);
        if (name != null) {
            clause.put("as", name);
        }
        clause.set("body", body.block(inner -> handle(inner, name, plain)));
        return clause;
    }

    private static void handle(BodyWriter body, @Nullable String name, boolean plain) {
        if (name == null) {
            return;
        }
        body.scope.declare(Kind.ERROR, name);
        body.add("log",
                "text", plain ? "caught text" : "caught",
                "value", Json.object(plain ? "error_text" : "error_name", name));
        if (body.decisions.once(4)) {
            body.add("raise");
        }
    }

    private static void branch(BodyWriter body) {
        ObjectNode branch = Json.operation("if", "that", Values.truth(body), "then", body.block());
        if (body.decisions.once(2)) {
            branch.set("else", body.block());
        }
        body.add(branch);
    }

    private static void repeat(BodyWriter body) {
        ObjectNode repeat = Json.operation("repeat",
                "times", body.decisions.once(8) ? Json.object("len", Values.list(body))
                        : Json.node(body.decisions.of(2, 3, 1)));
        String index = body.decisions.once(2) ? body.scope.fresh(Kind.NUMBER) : null;
        if (index != null) {
            repeat.put("index", index);
            body.scope.declare(Kind.NUMBER, index);
        }
        repeat.set("body", body.loopBlock());
        body.add(repeat);
    }

    /** A loop with a counter of its own that nothing else can reach. */
    private static void loop(BodyWriter body) {
        String counter = "w" + body.scope.fresh(Kind.NUMBER);
        body.add("set", "var", counter, "value", 0);
        ArrayNode inner = body.loopBlock();
        inner.insert(0, Json.operation("set", "var", counter,
                "value", Values.pair("+", Json.object("var", counter), 1)));
        body.add("while", "that", Values.pair("<",
                Json.object("var", counter), 1 + body.decisions.below(3)), "body", inner);
    }

    private static void leave(BodyWriter body) {
        if (body.place == BodyWriter.Place.GENERATOR) {
            body.add("return");
        } else {
            body.add("return", "value", Values.any(body));
        }
    }

    private static void call(BodyWriter body) {
        Definition called = body.decisions.of(body.callable(body.plan.functions));
        body.addMaybeAssigning(Kind.ANY, body.call(Json.operation("call"), "function", called));
    }
}
