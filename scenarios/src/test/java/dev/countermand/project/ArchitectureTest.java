package dev.countermand.project;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part of the project may use which. */
class ArchitectureTest {
    /** Each module may use those before it. */
    private static final List<String> LINE =
            List.of("virtual-clock", "sim-loop", "reports", "explorer", "scenarios");

    private static final Pattern MODULE =
            Pattern.compile("/(" + String.join("|", LINE) + ")(?:/target/classes/|-[^/]*\\.jar)");

    private static final String ROOT = "dev.countermand.";
    private static JavaClasses classes = new ClassFileImporter().importClasses();

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.countermand");
    }

    private static String moduleOf(JavaClass type) {
        String place = type.getSource().map(source -> source.getUri().toString()).orElse("");
        Matcher module = MODULE.matcher(place);
        return module.find() ? module.group(1) : "";
    }

    private static DescribedPredicate<JavaClass> in(String module) {
        return describe("are in module " + module, type -> moduleOf(type).equals(module));
    }

    static IntStream placesInTheLine() {
        return IntStream.range(0, LINE.size());
    }

    @Test
    void theRulesSeeAllClasses() {
        assertThat(classes.stream().filter(type -> moduleOf(type).equals("virtual-clock")).count())
                .isGreaterThan(10);
        assertThat(classes.stream().filter(type -> moduleOf(type).equals("sim-loop")).count())
                .isGreaterThan(120);
        assertThat(classes.stream().filter(type -> moduleOf(type).equals("reports")).count())
                .isPositive();
        assertThat(classes.stream().filter(type -> moduleOf(type).equals("explorer")).count())
                .isGreaterThan(10);
        assertThat(classes.stream().filter(type -> moduleOf(type).equals("scenarios")).count())
                .isGreaterThan(200);
        assertThat(classes).allMatch(type -> LINE.contains(moduleOf(type)));
    }

    @ParameterizedTest
    @MethodSource("placesInTheLine")
    void modulesFormALineAndNoArrowPointsUpIt(int place) {
        List<String> above = LINE.subList(place + 1, LINE.size());
        noClasses().that(in(LINE.get(place)))
                .should().dependOnClassesThat(describe(
                        "are further up the line", type -> above.contains(moduleOf(type))))
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.countermand.(**)").should().beFreeOfCycles().check(classes);
    }

    /** The packages of sim-loop and which others of this project each may use. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clock         |
            loop.error    |
            loop.trace    |
            loop.schedule | loop.error
            loop.oracle   | loop.trace
            loop          | clock loop.error loop.trace loop.schedule loop.oracle
            loop.sync     | loop loop.error loop.schedule loop.oracle loop.trace
            loop.combine  | loop loop.error loop.schedule loop.sync loop.oracle
            loop.run      | loop loop.error loop.schedule loop.combine
            loop.direct   | loop loop.error loop.combine
            asyncio       | loop loop.error loop.combine loop.sync loop.direct loop.run
            """)
    void packagesOfTheLoopUseOnlyTheirs(String name, String allowed) {
        String own = ROOT + name;
        List<String> known = allowed == null ? List.of() : List.of(allowed.split(" "));
        DescribedPredicate<JavaClass> others = describe(
                "are other packages of this project than " + known,
                type -> type.getPackageName().startsWith(ROOT)
                        && !type.getPackageName().equals(own)
                        && !known.contains(type.getPackageName().substring(ROOT.length())));
        noClasses().that().resideInAPackage(own)
                .should().dependOnClassesThat(others)
                .check(classes);
    }

    /** The packages of explorer and which others of that module each may use. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            explore            |
            explore.align      | explore
            explore.dpor       | explore
            explore.explain    | explore explore.align
            explore.lasting    | explore
            explore.search     | explore
            explore.shrink     | explore explore.align
            explore.statistics | explore explore.search
            explore.strategy   | explore.search
            """)
    void packagesOfTheExplorerUseOnlyTheirs(String name, String allowed) {
        String own = ROOT + name;
        List<String> known = allowed == null ? List.of() : List.of(allowed.split(" "));
        DescribedPredicate<JavaClass> others = describe(
                "are other packages of the explorer than " + known,
                type -> type.getPackageName().startsWith(ROOT + "explore")
                        && !type.getPackageName().equals(own)
                        && !known.contains(type.getPackageName().substring(ROOT.length())));
        noClasses().that().resideInAPackage(own)
                .should().dependOnClassesThat(others)
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyPackageOfTheLoopHasARule() {
        assertThat(classes.stream()
                .filter(type -> moduleOf(type).equals("sim-loop"))
                .map(JavaClass::getPackageName)
                .distinct())
                .containsExactlyInAnyOrder(
                        "dev.countermand.loop", "dev.countermand.loop.error",
                        "dev.countermand.loop.trace", "dev.countermand.loop.schedule",
                        "dev.countermand.loop.sync", "dev.countermand.loop.combine",
                        "dev.countermand.loop.run", "dev.countermand.loop.direct",
                        "dev.countermand.asyncio",
                        "dev.countermand.loop.oracle");
    }

    @Test
    void nothingInsideUsesTheNamesMadeForUsers() {
        noClasses().that().resideOutsideOfPackage("dev.countermand.asyncio")
                .should().dependOnClassesThat().resideInAPackage("dev.countermand.asyncio")
                .check(classes);
    }

    @ParameterizedTest
    @MethodSource("simulation")
    void theLoopNeedsNeitherJsonNorATestFramework(String module) {
        noClasses().that(in(module))
                .should().dependOnClassesThat(resideInAnyPackage(
                        "tools.jackson..", "com.fasterxml..", "org.junit..", "net.jqwik..",
                        "picocli.."))
                .check(classes);
    }

    static List<String> simulation() {
        return List.of("virtual-clock", "sim-loop");
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        noClasses().that().resideOutsideOfPackage("dev.countermand.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @Test
    void onlyTheCommandLineEndsTheProcess() {
        noClasses().that().resideOutsideOfPackage("dev.countermand.cli..")
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class)
                .check(classes);
    }
}
