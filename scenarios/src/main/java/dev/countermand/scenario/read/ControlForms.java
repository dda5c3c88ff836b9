package dev.countermand.scenario.read;

import static dev.countermand.scenario.read.Fields.AS;
import static dev.countermand.scenario.read.Fields.BODY;
import static dev.countermand.scenario.read.Fields.ERROR;
import static dev.countermand.scenario.read.Fields.ERROR_NAME;
import static dev.countermand.scenario.read.Fields.INDEX_NAME;
import static dev.countermand.scenario.read.Fields.LOOP_BODY;
import static dev.countermand.scenario.read.Fields.TEXT;
import static dev.countermand.scenario.read.Fields.THAT;
import static dev.countermand.scenario.read.Fields.TIMES;
import static dev.countermand.scenario.read.Fields.VALUE;
import static dev.countermand.scenario.read.FormHead.operation;

import dev.countermand.scenario.model.ControlFlow;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.model.ErrorName;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.Operation;
import java.util.List;
import tools.jackson.databind.node.JsonNodeType;

/** The operations of {@link ControlFlow}. */
final class ControlForms {

    private static final Field<String> FUNCTION = Field.of("function", NameType.DEFINITION);
    private static final Field<List<Operation>> THEN = Field.of("then", BodyType.PART);
    private static final Field<List<Operation>> ELSE = Field.of("else", BodyType.PART);
    private static final Field<List<Operation>> FINALLY = Field.of("finally", BodyType.PART);

    private static final String ERROR_NAMES = "the name of an error or a list of such names";
    private static final Field<List<ErrorName>> ERRORS = Field.of("error", new ByJsonType<>(
            JsonNodeType.ARRAY,
            ERROR_NAMES,
            ListType.of(ERROR_NAME, ERROR_NAMES),
            new Mapped<>(ERROR_NAME, (place, name) -> List.of(name))));

    private static final Field<List<ControlFlow.ExceptClause>> EXCEPT = Field.of(
            "except",
            ListType.of(
                    new PlainForm<>("except-clause", FormHead.of(
                                    "except", "an except clause", ERRORS, AS.optional(), BODY)
                            .makes(f -> new ControlFlow.ExceptClause(
                                    f.get(ERRORS), f.find(AS), f.get(BODY)))),
                    "a list of except clauses"));

    private ControlForms() {}

    static List<Form<Operation>> all() {
        return List.of(
                operation("if", THAT, THEN, ELSE.optional()).makes(f -> new ControlFlow.If(
                        f.pointer(), f.get(THAT), f.get(THEN), Fields.body(f, ELSE))),
                operation("call", FUNCTION, Fields.ARGS.optional(), AS.optional())
                        .makes(ControlForms::call),
                operation("repeat", TIMES, INDEX_NAME.optional(), LOOP_BODY)
                        .makes(f -> new ControlFlow.Repeat(
                                f.pointer(), f.get(TIMES), f.find(INDEX_NAME), f.get(LOOP_BODY))),
                operation("while", THAT, LOOP_BODY).makes(f ->
                        new ControlFlow.While(f.pointer(), f.get(THAT), f.get(LOOP_BODY))),
                operation("break").placed(Placement.IN_LOOP)
                        .makes(f -> new ControlFlow.Break(f.pointer())),
                operation("continue").placed(Placement.IN_LOOP)
                        .makes(f -> new ControlFlow.Continue(f.pointer())),
                operation("return", VALUE.optional())
                        .placed(Placement.WITHOUT_VALUE_IN_GENERATOR)
                        .makes(f -> new ControlFlow.Return(
                                f.pointer(), f.or(VALUE, Expression.Literal.NONE))),
                operation("raise", ERROR.optional(), TEXT.optional())
                        .with(Fields.TEXT_NEEDS_ERROR)
                        .makes(f -> new ControlFlow.Raise(f.pointer(), Fields.error(f))),
                operation("try", BODY, EXCEPT.optional(), ELSE.optional(), FINALLY.optional())
                        .makes(f -> new ControlFlow.Try(
                                f.pointer(),
                                f.get(BODY),
                                f.or(EXCEPT, List.of()),
                                Fields.body(f, ELSE),
                                Fields.body(f, FINALLY))));
    }

    private static ControlFlow.Call call(FieldValues f) {
        List<Expression> args = Fields.args(f);
        String function = Calls.checked(f, FUNCTION, Kind.FUNCTION, args.size());
        return new ControlFlow.Call(f.pointer(), function, args, f.find(AS));
    }
}
