package dev.countermand.scenario.read;

import dev.countermand.scenario.model.Awaitable;
import dev.countermand.scenario.model.CoroutineDefinition;
import dev.countermand.scenario.model.CoroutineDefinition.Kind;
import dev.countermand.scenario.model.HostOperation;
import dev.countermand.scenario.model.HostScript;
import dev.countermand.scenario.model.ObjectDeclaration;
import dev.countermand.scenario.model.Outcome;
import dev.countermand.scenario.model.Program;
import dev.countermand.scenario.model.Property;
import dev.countermand.scenario.model.PythonVersion;
import dev.countermand.scenario.model.Requirements;
import dev.countermand.scenario.model.RunnerOptions;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.model.Title;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The document as a whole. */
final class DocumentForm {

    private static final Field<String> FORMAT = Field.of("format", new NamedType<>(
            "\"countermand-scenario/1\"",
            List.of("countermand-scenario/1"),
            format -> format));
    private static final Field<String> NAME = Field.of("name", TextType.TEXT);
    private static final Field<String> DESCRIPTION = Field.of("description", TextType.TEXT);
    private static final Field<PythonVersion> PYTHON = Field.of("python", VersionType.VERSION);

    private static final Field<Map<String, ObjectDeclaration>> OBJECTS =
            Field.of("objects", ObjectsType.OBJECTS);
    private static final Field<Map<String, CoroutineDefinition>> COROUTINES =
            Field.of("coroutines", DefinitionType.all(Kind.COROUTINE, BodyKind.COROUTINE));
    private static final Field<Map<String, CoroutineDefinition>> GENERATORS =
            Field.of("generators", DefinitionType.all(Kind.GENERATOR, BodyKind.GENERATOR));
    private static final Field<Map<String, CoroutineDefinition>> FUNCTIONS =
            Field.of("functions", DefinitionType.all(Kind.FUNCTION, BodyKind.FUNCTION));

    private static final Field<Boolean> DEBUG = Field.of("debug", BooleanType.BOOLEAN);
    private static final Field<Boolean> EAGER_TASKS = Field.of("eager_tasks", BooleanType.BOOLEAN);
    private static final Field<RunnerOptions> RUNNER = Field.of("runner", new PlainForm<>(
            "runner",
            FormHead.of("runner", "the runner's options",
                            DEBUG.optional(), EAGER_TASKS.optional())
                    .makes(f -> new RunnerOptions(f.or(DEBUG, false), f.or(EAGER_TASKS, false)))));
    private static final Field<List<HostOperation>> HOST = Field.of("host",
            ListType.of(Language.HOST_OPERATIONS, "a list of host operations"));
    private static final Field<List<Double>> INTERRUPTS = Field.of("interrupts",
            ListType.of(MomentType.MOMENT, "a list of seconds"));

    private static final Field<Property.When> WHEN = Field.of("when", new NamedType<>(
            "\"end\" or \"always\"",
            List.of(Property.When.values()),
            when -> when.name().toLowerCase(Locale.ROOT)));
    private static final Field<List<Property>> PROPERTIES = Field.of("properties", ListType.of(
            new PlainForm<>("property",
                    FormHead.of("property", "a property", NAME, WHEN.optional(), Fields.THAT)
                            .makes(f -> new Property(
                                    f.pointer(),
                                    f.get(NAME),
                                    f.or(WHEN, Property.When.END),
                                    f.get(Fields.THAT)))),
            "a list of properties"));
    private static final Field<List<Outcome>> EXPECT = Field.of("expect", ListType.of(
            new NamedType<>(
                    "\"returned\", \"raised\" or \"cancelled\"",
                    List.of(Outcome.values()),
                    outcome -> outcome.name().toLowerCase(Locale.ROOT)),
            "a list of outcomes"));

    /** The document. Objects stand before bodies, because bodies ask which names are shared. */
    static final Form<Scenario> DOCUMENT = FormHead.of(
                    "document",
                    "a scenario",
                    FORMAT,
                    NAME,
                    DESCRIPTION.optional(),
                    PYTHON.optional(),
                    OBJECTS.optional(),
                    COROUTINES,
                    GENERATORS.optional(),
                    FUNCTIONS.optional(),
                    RUNNER.optional(),
                    HOST.optional(),
                    INTERRUPTS.optional(),
                    PROPERTIES.optional(),
                    EXPECT.optional())
            .makes(DocumentForm::scenario);

    private DocumentForm() {}

    private static Scenario scenario(FieldValues f) {
        return new Scenario(
                new Title(f.get(NAME), f.find(DESCRIPTION)),
                f.or(PYTHON, PythonVersion.DEFAULT),
                new Program(
                        f.or(OBJECTS, Map.of()),
                        f.get(COROUTINES),
                        f.or(GENERATORS, Map.of()),
                        f.or(FUNCTIONS, Map.of())),
                new HostScript(
                        f.or(RUNNER, new RunnerOptions(false, false)),
                        host(f),
                        f.or(INTERRUPTS, List.of())),
                new Requirements(f.or(PROPERTIES, List.of()), expect(f)));
    }

    private static Set<Outcome> expect(FieldValues f) {
        List<Outcome> given = f.find(EXPECT);
        EnumSet<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        outcomes.addAll(given == null ? List.of(Outcome.values()) : given);
        return outcomes;
    }

    /** The given script, or the default one, whose pointers are those that it would have. */
    private static List<HostOperation> host(FieldValues f) {
        List<HostOperation> given = f.find(HOST);
        if (given != null) {
            return given;
        }
        Place place = f.place().at(HOST.name());
        place.at(1).at("coro").call(Kind.COROUTINE, "main", 0);
        return List.of(
                new HostOperation.Enter(place.at(0).pointer()),
                new HostOperation.Run(
                        place.at(1).pointer(), new Awaitable.CoroutineCall("main", List.of())),
                new HostOperation.Exit(place.at(2).pointer()));
    }
}
