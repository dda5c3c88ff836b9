package dev.countermand.scenario.interpret;

import dev.countermand.scenario.model.CallbackOperation;
import dev.countermand.scenario.model.ContextOperation;
import dev.countermand.scenario.model.ControlFlow;
import dev.countermand.scenario.model.CoroutineDefinition;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.model.DataOperation;
import dev.countermand.scenario.model.ExplorationOperation;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.GeneratorOperation;
import dev.countermand.scenario.model.ObjectDeclaration;
import dev.countermand.scenario.model.Operation;
import dev.countermand.scenario.model.Program;
import dev.countermand.scenario.model.QueueOperation;
import dev.countermand.scenario.model.RunnerOperation;
import dev.countermand.scenario.model.ScopeOperation;
import dev.countermand.scenario.model.Synchronisation;
import dev.countermand.scenario.model.TaskOperation;
import dev.countermand.scenario.model.WaitingOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a program into code: names become slots, operations become instructions.
 *
 * <p>Each family of operations has its own class of instructions; this one knows which is whose.
 */
public final class Compiler {
    /** The code of the host, which only evaluates expressions. */
    static final Code HOST = new Code(Kind.FUNCTION, "host", new int[] {0, 0}, 0, null);

    private final Map<String, Integer> objectSlots = new LinkedHashMap<>();
    private final Map<String, Integer> counters = new LinkedHashMap<>();
    private final Map<String, Code> coroutines = new LinkedHashMap<>();
    private final Map<String, Code> generators = new LinkedHashMap<>();
    private final Map<String, Code> functions = new LinkedHashMap<>();

    private Compiler() {}

    /** Compiles a program that has been read, and so is known to be well formed. */
    public static CompiledProgram compile(Program program) {
        return new Compiler().compileAll(program);
    }

    /** Compiles an expression that the host evaluates: it may name shared objects only. */
    public static HostExpression hostExpression(
            Program program, Expression expression) {
        Compiler compiler = new Compiler();
        program.objects().keySet().forEach(name ->
                compiler.objectSlots.put(name, compiler.objectSlots.size()));
        Evaluation value =
                Expressions.compile(expression, new Names(Map.of(), compiler.objectSlots));
        return value::in;
    }

    private CompiledProgram compileAll(Program program) {
        program.objects().keySet().forEach(name -> objectSlots.put(name, objectSlots.size()));
        List<SharedObject> objects = new ArrayList<>();
        for (Map.Entry<String, ObjectDeclaration> object : program.objects().entrySet()) {
            objects.add(SharedObject.of(object.getKey(), object.getValue(), objectSlots));
        }
        program.coroutines().values().forEach(it -> coroutines.put(it.name(), declare(it)));
        program.generators().values().forEach(it -> generators.put(it.name(), declare(it)));
        program.functions().values().forEach(it -> functions.put(it.name(), declare(it)));
        program.coroutines().values().forEach(it -> define(it, coroutines));
        program.generators().values().forEach(it -> define(it, generators));
        program.functions().values().forEach(it -> define(it, functions));
        return new CompiledProgram(objects, coroutines, counters.size());
    }

    private Code declare(CoroutineDefinition definition) {
        int counter = counters.computeIfAbsent(definition.name(), name -> counters.size());
        int[] sizes = {definition.params().size(), slots(definition).size()};
        Sequence nothing = new Sequence(new Instruction[0], new String[0]);
        return new Code(definition.kind(), definition.name(), sizes, counter, nothing);
    }

    private void define(CoroutineDefinition definition, Map<String, Code> codes) {
        Map<String, Integer> locals = slots(definition);
        Names names = new Names(locals, objectSlots);
        List<Instruction> first = new ArrayList<>();
        for (String param : definition.params()) {
            if (objectSlots.containsKey(param)) {
                int argument = locals.get(hidden(param));
                Reference object = names.reference(param);
                first.add(frame -> object.set(frame, frame.local(argument)));
            }
        }
        codes.get(definition.name()).body = sequence(first, definition.body(), names);
    }

    /** The slots of a body's variables, the arguments first. */
    private Map<String, Integer> slots(CoroutineDefinition definition) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (String param : definition.params()) {
            String name = objectSlots.containsKey(param) ? hidden(param) : param;
            slots.put(name, slots.size());
        }
        definition.locals().forEach(name -> slots.computeIfAbsent(name, it -> slots.size()));
        return slots;
    }

    /** The slot of an argument that the body, when it begins, assigns to a shared object. */
    private static String hidden(String param) {
        return "argument " + param;
    }

    Sequence sequence(List<Operation> operations, Names names) {
        return sequence(List.of(), operations, names);
    }

    private Sequence sequence(
            List<Instruction> first, List<Operation> operations, Names names) {
        Instruction[] instructions = new Instruction[first.size() + operations.size()];
        String[] pointers = new String[instructions.length];
        for (int i = 0; i < instructions.length; i++) {
            boolean isArgument = i < first.size();
            Operation operation = isArgument ? null : operations.get(i - first.size());
            instructions[i] = isArgument ? first.get(i) : instruction(operation, names);
            pointers[i] = isArgument ? null : operation.pointer();
        }
        return new Sequence(instructions, pointers);
    }

    private Instruction instruction(Operation operation, Names names) {
        if (operation instanceof ControlFlow flow) {
            return new ControlInstructions(this, names).compile(flow);
        }
        if (operation instanceof DataOperation data) {
            return DataInstructions.compile(data, names);
        }
        if (operation instanceof TaskOperation task) {
            return new TaskInstructions(this, names).compile(task);
        }
        if (operation instanceof WaitingOperation waiting) {
            return new WaitingInstructions(this, names).compile(waiting);
        }
        if (operation instanceof ScopeOperation scope) {
            return new ScopeInstructions(this, names).compile(scope);
        }
        if (operation instanceof Synchronisation synchronisation) {
            return SynchronisationInstructions.compile(synchronisation, names);
        }
        if (operation instanceof QueueOperation queue) {
            return QueueInstructions.compile(queue, names);
        }
        if (operation instanceof CallbackOperation callback) {
            return new CallbackInstructions(this, names).compile(callback);
        }
        if (operation instanceof GeneratorOperation generator) {
            return new GeneratorInstructions(this, names).compile(generator);
        }
        if (operation instanceof ContextOperation context) {
            return ContextInstructions.compile(context, names);
        }
        if (operation instanceof RunnerOperation runner) {
            return RunnerInstructions.compile(runner, this);
        }
        return ExplorationInstructions.compile((ExplorationOperation) operation, names);
    }

    /**
     * Code for the operations of a callback, which share the variables of the place they stand in.
     */
    Code callback(List<Operation> operations, Names names) {
        return new Code(
                Kind.FUNCTION, "callback", new int[] {0, 0}, 0, sequence(operations, names));
    }

    Code coroutine(String name) {
        return coroutines.get(name);
    }

    Code generator(String name) {
        return generators.get(name);
    }

    Code function(String name) {
        return functions.get(name);
    }
}
