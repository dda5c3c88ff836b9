package dev.countermand.scenario.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes one block of operations of a generated scenario. */
final class BodyWriter {
    /** What a body may do. */
    enum Place {
        COROUTINE,
        GENERATOR,
        /** Functions and callbacks: nothing may wait. */
        PLAIN
    }

    private static final int DEEPEST = 4;

    final Plan plan;
    final Decisions decisions;
    final Scope scope;
    final Definition definition;
    final Place place;
    final int depth;
    private final boolean inLoop;
    private final ArrayNode operations = Json.array();

    private BodyWriter(
            Plan plan, Scope scope, Definition definition, Place place, Nesting nesting) {
        this.plan = plan;
        this.decisions = plan.decisions;
        this.scope = scope;
        this.definition = definition;
        this.place = place;
        this.depth = nesting.depth();
        this.inLoop = nesting.inLoop();
    }

    private record Nesting(int depth, boolean inLoop) {}

    /** The whole body of a definition. */
    static ArrayNode body(Plan plan, Definition definition, Place place) {
        Scope scope = new Scope();
        SharedObjects.declareIn(scope);
        for (int i = 0; i < definition.parameters().size(); i++) {
            scope.declare(definition.parameters().get(i), "p" + i);
        }
        BodyWriter writer =
                new BodyWriter(plan, scope, definition, place, new Nesting(0, false));
        Decisions decisions = plan.decisions;
        if (definition.rank() == 0) {
            plan.operationsLeft = 12 + decisions.below(24);
            writer.writeMain();
        } else if (place == Place.COROUTINE) {
            plan.operationsLeft = 6 + decisions.below(24);
            writer.write(2 + decisions.below(9));
        } else {
            plan.operationsLeft = 3 + decisions.below(8);
            writer.write(2 + decisions.below(place == Place.PLAIN ? 3 : 6));
        }
        return writer.operations;
    }

    private void writeMain() {
        StagedMain staged = new StagedMain(this);
        if (decisions.below(12) > 0) {
            staged.assignSharedObjects();
        }
        boolean stages = decisions.below(5) > 0;
        if (stages) {
            staged.start();
        }
        plan.operationsLeft += operations.size();
        if (stages && decisions.once(2)) {
            add("try", "body", block(), "except", Json.array(caught("BaseException")));
            staged.cancel();
        } else {
            staged.cancel();
            write(2 + decisions.below(8));
        }
        staged.end();
    }

    /** An except clause that logs what it caught. */
    private static ObjectNode caught(String error) {
        return Json.object("error", error, "as", "error", "body", Json.array(Json.operation(
                "log", "text", "raised", "value", Json.object("error_name", "error"))));
    }

    /** Adds an operation. */
    void add(ObjectNode operation) {
        operations.add(operation);
        plan.operationsLeft--;
    }

    /** Adds an operation, from its name and its fields. */
    void add(String operation, @Nullable Object... keysAndValues) {
        add(Json.operation(operation, keysAndValues));
    }

    /** A block inside this one. */
    ArrayNode block() {
        return nested(place, inLoop, body -> {});
    }

    /** The block inside a loop. */
    ArrayNode loopBlock() {
        return nested(place, true, body -> {});
    }

    /** A block that begins with something. */
    ArrayNode block(Consumer<BodyWriter> beginning) {
        return nested(place, inLoop, beginning);
    }

    /** The body of a callback. */
    ArrayNode callback() {
        return nested(Place.PLAIN, false, body -> {});
    }

    private ArrayNode nested(Place where, boolean loop, Consumer<BodyWriter> beginning) {
        int visible = scope.size();
        BodyWriter inner =
                new BodyWriter(plan, scope, definition, where, new Nesting(depth + 1, loop));
        beginning.accept(inner);
        inner.write(1 + decisions.below(depth == 0 ? 4 : 3));
        if (!decisions.once(5)) {
            scope.forgetAfter(visible);
        }
        return inner.operations;
    }

    private void write(int count) {
        for (int i = 0; i < count && plan.operationsLeft > 0; i++) {
            writeOne();
        }
    }

    private void writeOne() {
        List<Rule> possible = new ArrayList<>();
        int sum = 0;
        for (Rule rule : Rules.ALL) {
            if (rule.where().test(this)) {
                possible.add(rule);
                sum += plan.weight(rule);
            }
        }
        int chosen = decisions.below(sum);
        for (Rule rule : possible) {
            chosen -= plan.weight(rule);
            if (chosen < 0) {
                write(rule);
                return;
            }
        }
    }

    private void write(Rule rule) {
        boolean caught = switch (rule.ending()) {
            case GOES_ON -> decisions.below(8) < plan.resilience;
            case RAISES -> !decisions.once(4);
            case LEAVES -> false;
        };
        if (!caught || !mayNest()) {
            rule.write().accept(this);
            return;
        }
        BodyWriter inner =
                new BodyWriter(plan, scope, definition, place, new Nesting(depth + 1, inLoop));
        rule.write().accept(inner);
        String error = decisions.of(
                "Exception", "BaseException", "CancelledError", "Exception");
        add("try", "body", inner.operations, "except", Json.array(caught(error)));
        plan.operationsLeft++;
    }

    boolean mayWait() {
        return place != Place.PLAIN;
    }

    boolean mayNest() {
        return depth < DEEPEST;
    }

    boolean isInLoop() {
        return inLoop;
    }

    boolean has(Kind... kinds) {
        return !scope.names(kinds).isEmpty();
    }

    /** A variable of one of these kinds; there must be one. */
    String variable(Kind... kinds) {
        List<String> names = scope.names(kinds);
        // The newest is the likeliest: programs use what they have just made.
        int fromEnd = Math.min(decisions.below(names.size()), decisions.below(names.size()));
        return names.get(names.size() - 1 - fromEnd);
    }

    /**
     * The name of a variable to assign to; it must be declared once the operation has been added.
     */
    String target(Kind kind) {
        return has(kind) && decisions.once(5) ? variable(kind) : scope.fresh(kind);
    }

    /** Adds an operation that assigns a variable, as it can. */
    void addAssigning(Kind kind, ObjectNode operation) {
        String name = target(kind);
        operation.put("as", name);
        add(operation);
        scope.declare(kind, name);
    }

    /** Adds an operation that assigns a variable, or not. */
    void addMaybeAssigning(Kind kind, ObjectNode operation) {
        if (decisions.once(2)) {
            addAssigning(kind, operation);
        } else {
            add(operation);
        }
    }

    /** The coroutines that may be called here with the variables there are. */
    List<Definition> callable(List<Definition> definitions) {
        List<Definition> callable = new ArrayList<>();
        for (Definition called : definitions) {
            boolean deeper = called.rank() > definition.rank();
            if (deeper && called.parameters().stream().allMatch(this::has)) {
                callable.add(called);
            }
        }
        return callable;
    }

    /** Adds a call's name and arguments to an object. */
    ObjectNode call(ObjectNode object, String key, Definition called) {
        object.put(key, called.name());
        if (!called.parameters().isEmpty()) {
            ArrayNode args = Json.array();
            called.parameters().forEach(kind -> args.add(argument(kind)));
            object.set("args", args);
        }
        return object;
    }

    private JsonNode argument(Kind kind) {
        return kind == Kind.NUMBER
                ? Values.number(this)
                : Json.object("var", variable(kind));
    }

    /** Delays are multiples of 1/512 s, few enough that many are equal. */
    double delay() {
        return decisions.of(1, 0, 2, 1, 2, 3, 4, 3, 8) / 512.0;
    }
}
