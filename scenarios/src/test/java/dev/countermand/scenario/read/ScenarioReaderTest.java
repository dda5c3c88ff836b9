package dev.countermand.scenario.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countermand.scenario.model.ControlFlow;
import dev.countermand.scenario.model.CoroutineDefinition;
import dev.countermand.scenario.model.Expression;
import dev.countermand.scenario.model.HostOperation;
import dev.countermand.scenario.model.ObjectDeclaration;
import dev.countermand.scenario.model.Outcome;
import dev.countermand.scenario.model.PythonVersion;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.model.TaskOperation;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioReaderTest {

    @Test
    void allValidDocumentsAreRead() {
        ValidDocuments.texts().forEach((name, text) ->
                assertThat(read(text).name()).as(name).isNotEmpty());
    }

    @Test
    void theValidDocumentsHaveEveryFormOfTheLanguage() {
        Set<String> strings = new LinkedHashSet<>();
        Set<String> keys = new LinkedHashSet<>();
        for (String text : ValidDocuments.all()) {
            collect(JsonMapper.builder().build().readTree(text), strings, keys);
        }
        assertThat(strings).containsAll(ScenarioLanguage.operationNames());
        assertThat(strings).containsAll(ScenarioLanguage.hostOperationNames());
        assertThat(strings).containsAll(ScenarioLanguage.objectTypes());
        assertThat(keys).containsAll(ScenarioLanguage.expressionNames());
        assertThat(keys).containsAll(ScenarioLanguage.awaitableNames());
    }

    private static void collect(JsonNode node, Set<String> tags, Set<String> keys) {
        for (String key : node.propertyNames()) {
            keys.add(key);
            if (key.equals("op") || key.equals("type")) {
                tags.add(node.get(key).stringValue());
            }
        }
        node.forEach(child -> collect(child, tags, keys));
    }

    @Test
    void whatIsNotGivenHasItsDocumentedDefault() {
        Scenario scenario = read(ValidDocuments.text("smallest"));
        assertThat(scenario.python()).isEqualTo(new PythonVersion(11));
        assertThat(scenario.title().description()).isNull();
        assertThat(scenario.program().objects()).isEmpty();
        assertThat(scenario.requirements().expect()).containsExactly(Outcome.values());
        assertThat(scenario.host().operations()).hasExactlyElementsOfTypes(
                HostOperation.Enter.class, HostOperation.Run.class, HostOperation.Exit.class);
    }

    @Test
    void localsAreInOrderOfFirstAssignmentWithParametersFirstAndWithoutObjects() {
        CoroutineDefinition main = main("""
                {"params": ["b", "shared"], "body": [
                    {"op": "repeat", "times": 1, "index": "i", "body": [
                        {"op": "set", "var": "a", "value": 0}]},
                    {"op": "set", "var": "shared", "value": 0},
                    {"op": "call_soon", "as": "h", "do": [{"op": "set", "var": "d", "value": 0}]},
                    {"op": "set", "var": "b", "value": 0},
                    {"op": "try", "body": [{"op": "set", "var": "t", "value": 0}], "except": [
                        {"error": "ValueError", "as": "e", "body": []}]}]}""");
        assertThat(main.params()).containsExactly("b", "shared");
        assertThat(main.locals()).containsExactly("b", "i", "a", "h", "d", "t", "e");
    }

    @Test
    void literalsKeepTheTypesThatPythonGivesThem() {
        Scenario scenario = read(ValidDocuments.text("every-form"));
        var shared = (ObjectDeclaration.SharedVariable) scenario.program().objects().get("shared");
        assertThat(shared.value().value()).isEqualTo(Arrays.asList(
                1L, 2.5, "x", null, true, List.of(new BigInteger("12345678901234567890"))));
    }

    @Test
    void aContextVariableWithTheDefaultNoneDiffersFromOneWithoutDefault() {
        var objects = read(ValidDocuments.text("every-form")).program().objects();
        assertThat(objects.get("cv"))
                .isEqualTo(new ObjectDeclaration.ContextVariable(Expression.Literal.NONE));
        assertThat(objects.get("bare")).isEqualTo(new ObjectDeclaration.ContextVariable(null));
    }

    @Test
    void anOperationKnowsItsPlaceInTheDocument() {
        CoroutineDefinition main = main("""
                [{"op": "while", "that": true, "body": [{"op": "new_future", "as": "f"}]}]""");
        var loop = (ControlFlow.While) main.body().get(0);
        assertThat(loop.body()).containsExactly(
                new TaskOperation.NewFuture("/coroutines/main/0/body/0", "f"));
    }

    @Test
    void aMissingFileAndADirectoryAreRefused() {
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("target/none.scenario.json")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("target/none.scenario.json: expected a file, but found none");
        assertThatThrownBy(() -> ScenarioReader.read(Path.of("target")))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("target: expected a file, but found a directory");
    }

    private static CoroutineDefinition main(String definition) {
        return read("""
                {"format": "countermand-scenario/1", "name": "n",
                 "objects": {"shared": {"type": "var"}}, "host": [],
                 "coroutines": {"main": %s}}""".formatted(definition))
                .program().coroutines().get("main");
    }

    private static Scenario read(String text) {
        return ScenarioReader.read("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
