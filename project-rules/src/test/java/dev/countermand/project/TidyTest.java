package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources of the whole repository keep to its rules. */
class TidyTest {
    private static final Repository REPOSITORY = Repository.here();
    private static List<SourceFile> files = List.of();

    @BeforeAll
    static void readAll() {
        files = REPOSITORY.files();
    }

    private static void holds(Function<SourceFile, List<Finding>> rule) {
        List<Finding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(rule.apply(file)));
        assertThat(findings).isEmpty();
    }

    @Test
    void theRulesSeeTheWholeRepository() {
        assertThat(files).filteredOn(SourceFile::isJava).hasSizeGreaterThan(250);
        assertThat(files).filteredOn(SourceFile::isSimulationCode).hasSizeGreaterThan(220);
        assertThat(files).filteredOn(SourceFile::isPython).hasSizeGreaterThan(10);
        assertThat(files).filteredOn(SourceFile::isMarkdown).hasSizeGreaterThan(2);
    }

    @Test
    void noFileIsTooLong() {
        holds(TextShape::longFiles);
    }

    @Test
    void noLineOfJavaIsTooLong() {
        holds(TextShape::longLines);
    }

    @Test
    void noPythonOrScriptFunctionIsTooLong() {
        holds(TextShape::longFunctions);
    }

    @Test
    void classesAndMethodsOfJavaAreSmallAndWellNamed() {
        List<SourceFile> java = files.stream().filter(SourceFile::isJava).toList();
        assertThat(JavaShape.findings(java)).isEmpty();
    }

    @Test
    void simulationCodeDependsOnNothingButItsSeed() {
        holds(BannedWords::inSimulationCode);
    }

    @Test
    void nothingIsMarkedAsUnfinished() {
        holds(BannedWords::markers);
    }

    @Test
    void noFileNamesTheHostOfAPackageRegistry() {
        holds(BannedWords::registries);
    }

    @Test
    void linksInMarkdownLeadToFiles() {
        holds(file -> MarkdownLinks.broken(file, REPOSITORY::contains));
    }

    @Test
    void everyPackageSaysWhatItHolds() {
        Set<String> packages = new LinkedHashSet<>();
        Set<String> described = new LinkedHashSet<>();
        for (SourceFile file : files) {
            if (file.isJava() && file.path().contains("/java/")) {
                String name = file.folder().replaceFirst(".*/java/", "");
                packages.add(name);
                if (file.fileName().equals("package-info.java")) {
                    described.add(name);
                }
            }
        }
        assertThat(described).isEqualTo(packages);
    }
}
