package dev.countermand.scenario.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.countermand.loop.schedule.FifoStrategy;
import dev.countermand.scenario.read.ScenarioSchema;
import dev.countermand.scenario.run.RunOptions;
import dev.countermand.scenario.run.ScenarioResult;
import dev.countermand.scenario.run.ScenarioRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LibraryFilesTest {
    private static final Schema SCHEMA = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.text());

    @Test
    void everyBugIsThereBrokenAndRepairedAndNothingElse() {
        List<String> expected = new ArrayList<>();
        for (Bug bug : Bug.ALL) {
            expected.add(bug.broken());
            expected.add(bug.repaired());
        }
        assertThat(LibraryFiles.in(LibraryFiles.BUGS))
                .map(name -> LibraryFiles.BUGS + "/" + name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noTwoScenariosSayTheSameOfThemselves() {
        Set<String> said = new LinkedHashSet<>();
        assertThat(LibraryFiles.all())
                .allSatisfy(name -> assertThat(said.add(LibraryFiles.description(name))).isTrue());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aScenarioIsNamedAsItsFileAndTheSchemaAcceptsIt(String name) throws IOException {
        assertThat(name).matches("(bugs|rules)/[a-z0-9]+(-[a-z0-9]+)*")
                .endsWith("/" + LibraryFiles.read(name).name());
        assertThat(SCHEMA.validate(Files.readString(LibraryFiles.file(name)), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void inCPythonsOwnOrderAndWithoutFaultsNothingIsWrong(String name) {
        ScenarioResult result = ScenarioRun.run(LibraryFiles.prepare(name),
                new FifoStrategy().scheduler(0), RunOptions.DEFAULT);
        assertThat(result.violations()).isEmpty();
        assertThat(result.steps()).isGreaterThan(1);
    }

    static List<String> scenarios() {
        return LibraryFiles.all();
    }
}
