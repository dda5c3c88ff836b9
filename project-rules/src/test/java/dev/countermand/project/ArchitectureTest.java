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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part of the project may use which. */
class ArchitectureTest {
    /** Each module and those that it may use; all of them may use virtual-clock and sim-loop. */
    private static final Map<String, List<String>> MODULES = modules("""
            virtual-clock  |
            sim-loop       |
            reports        |
            trace-page     | reports
            explorer       | reports
            scenarios      | reports explorer trace-page
            sim-concurrent |
            real-loop      |
            sim-fence      | reports explorer
            sim-junit      | reports explorer sim-concurrent sim-fence trace-page
            sim-jqwik      | reports explorer scenarios
            sim-reactor    | sim-concurrent
            sim-rxjava     | sim-concurrent
            sim-kotlin     | sim-concurrent
            """);

    private static final Pattern MODULE = Pattern.compile("/(" + String.join("|", MODULES.keySet())
            + "|countermand)(?:/target/classes/|-[^/]*\\.jar|\\.jar)");

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
        if (!module.find()) {
            return "";
        }
        // The jar of the command line has the name of the command.
        return module.group(1).equals("countermand") ? "scenarios" : module.group(1);
    }

    private static Map<String, List<String>> modules(String table) {
        Map<String, List<String>> modules = new LinkedHashMap<>();
        for (String line : table.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            List<String> allowed = new ArrayList<>();
            if (!cells[0].strip().equals("virtual-clock")) {
                allowed.add("virtual-clock");
            }
            if (!allowed.isEmpty() && !cells[0].strip().equals("sim-loop")) {
                allowed.add("sim-loop");
            }
            if (!cells[1].isBlank()) {
                allowed.addAll(List.of(cells[1].strip().split(" ")));
            }
            modules.put(cells[0].strip(), allowed);
        }
        return modules;
    }

    private static DescribedPredicate<JavaClass> in(String module) {
        return describe("are in module " + module, type -> moduleOf(type).equals(module));
    }

    static Set<String> modules() {
        return MODULES.keySet();
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
        assertThat(classes).allMatch(type -> MODULES.containsKey(moduleOf(type)));
        assertThat(classes.stream().map(ArchitectureTest::moduleOf).distinct())
                .containsExactlyInAnyOrderElementsOf(MODULES.keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesUseOnlyThoseBelowThem(String module) {
        List<String> allowed = MODULES.getOrDefault(module, List.of());
        noClasses().that(in(module))
                .should().dependOnClassesThat(describe(
                        "are of other modules than " + allowed,
                        type -> MODULES.containsKey(moduleOf(type))
                                && !moduleOf(type).equals(module)
                                && !allowed.contains(moduleOf(type))))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void modulesUseOneAnotherInOneDirection() {
        List<String> above = new ArrayList<>(MODULES.keySet());
        MODULES.forEach((module, allowed) -> {
            allowed.forEach(it -> assertThat(above).as("above %s", module).doesNotContain(it));
            above.remove(module);
        });
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
