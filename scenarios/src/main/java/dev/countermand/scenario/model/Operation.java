package dev.countermand.scenario.model;

/**
 * One statement of a body. Each record's Javadoc gives the Python that it means; where the two
 * disagree, CPython is right.
 *
 * <p>In every record, a {@code String} component that names a thing ({@code task}, {@code queue},
 * {@code on}, ..) is a reference: the name of a variable or object. A component called {@code as}
 * is the variable that receives the result; null when the result is dropped.
 */
public sealed interface Operation
        permits ControlFlow,
                DataOperation,
                TaskOperation,
                WaitingOperation,
                ScopeOperation,
                Synchronisation,
                QueueOperation,
                CallbackOperation,
                GeneratorOperation,
                ContextOperation,
                RunnerOperation,
                ExplorationOperation {

    /** The JSON pointer (RFC 6901) of this operation in its document, such as {@code /a/body/0}. */
    String pointer();
}
