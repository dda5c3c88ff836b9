package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.ObjectDeclaration;
import java.util.List;
import java.util.function.IntFunction;

/** The declarations of shared objects. */
final class ObjectForms {

    /** Its name is checked by the document's form, which knows all declarations. */
    private static final Field<String> LOCK = Field.of("lock", NameType.DEFINITION);
    private static final Field<Integer> SEMAPHORE_VALUE =
            Field.of("value", IntegerType.INTEGER);
    private static final Field<Integer> PARTIES = Field.of("parties", IntegerType.INTEGER);
    private static final Field<Integer> MAXSIZE = Field.of("maxsize", IntegerType.INTEGER);
    private static final Field<Expression.Literal> DEFAULT =
            Field.of("default", LiteralType.LITERAL);
    private static final Field<Expression.Literal> VALUE = Field.of("value", LiteralType.LITERAL);

    private ObjectForms() {}

    static List<Form<ObjectDeclaration>> all() {
        return List.of(
                form("lock").makes(f -> new ObjectDeclaration.Lock()),
                form("event").makes(f -> new ObjectDeclaration.Event()),
                form("condition", LOCK.optional())
                        .makes(f -> new ObjectDeclaration.Condition(f.find(LOCK))),
                form("semaphore", SEMAPHORE_VALUE.optional())
                        .makes(f -> new ObjectDeclaration.Semaphore(f.or(SEMAPHORE_VALUE, 1))),
                form("bounded_semaphore", SEMAPHORE_VALUE.optional())
                        .makes(f ->
                                new ObjectDeclaration.BoundedSemaphore(f.or(SEMAPHORE_VALUE, 1))),
                form("barrier", PARTIES)
                        .makes(f -> new ObjectDeclaration.Barrier(f.get(PARTIES))),
                queue("queue", ObjectDeclaration.Queue::new),
                queue("lifo_queue", ObjectDeclaration.LifoQueue::new),
                queue("priority_queue", ObjectDeclaration.PriorityQueue::new),
                form("contextvar", DEFAULT.optional())
                        .makes(f -> new ObjectDeclaration.ContextVariable(f.find(DEFAULT))),
                form("var", VALUE.optional())
                        .makes(f -> new ObjectDeclaration.SharedVariable(
                                f.or(VALUE, Expression.Literal.NONE))));
    }

    private static Form<ObjectDeclaration> queue(
            String type, IntFunction<ObjectDeclaration> maker) {
        return form(type, MAXSIZE.optional()).makes(f -> maker.apply(f.or(MAXSIZE, 0)));
    }

    private static FormHead form(String type, Field<?>... fields) {
        return FormHead.of(type, "the declaration of " + Wording.quote(type), fields);
    }
}
