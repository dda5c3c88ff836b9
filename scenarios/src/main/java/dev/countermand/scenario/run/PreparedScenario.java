package dev.countermand.scenario.run;

import dev.countermand.scenario.interpret.CompiledProgram;
import dev.countermand.scenario.interpret.Compiler;
import dev.countermand.scenario.interpret.HostExpression;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.HostOperation;
import dev.countermand.scenario.model.Property;
import dev.countermand.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** A scenario made ready for many runs; immutable. */
public final class PreparedScenario {
    private final Scenario scenario;
    private final CompiledProgram program;
    private final List<HostStep> steps = new ArrayList<>();
    private final List<Invariant> atEnd = new ArrayList<>();
    private final List<Invariant> always = new ArrayList<>();

    /** Compiles a scenario. */
    public PreparedScenario(Scenario scenario) {
        this.scenario = scenario;
        this.program = Compiler.compile(scenario.program());
        scenario.host().operations().forEach(operation -> steps.add(prepare(operation)));
        for (Property property : scenario.requirements().properties()) {
            Invariant invariant = new Invariant(property.name(), compile(property.that()));
            (property.when() == Property.When.END ? atEnd : always).add(invariant);
        }
    }

    private HostStep prepare(HostOperation operation) {
        List<HostExpression> args = new ArrayList<>();
        if (operation instanceof HostOperation.Run run) {
            run.call().args().forEach(arg -> args.add(compile(arg)));
        } else if (operation instanceof HostOperation.Log log && log.value() != null) {
            args.add(compile(log.value()));
        }
        return new HostStep(operation, args);
    }

    private HostExpression compile(Expression expression) {
        return Compiler.hostExpression(scenario.program(), expression);
    }

    /** The scenario as it was read. */
    public Scenario scenario() {
        return scenario;
    }

    CompiledProgram program() {
        return program;
    }

    List<HostStep> steps() {
        return steps;
    }

    List<Invariant> atEnd() {
        return atEnd;
    }

    List<Invariant> always() {
        return always;
    }

    /** One operation of the host script, with the expressions it evaluates. */
    record HostStep(HostOperation operation, List<HostExpression> expressions) {}

    /** A property with its expression compiled. */
    record Invariant(String name, HostExpression that) {}
}
