package dev.countermand.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published is complete and of one version. */
class PublishingTest {
    private static final Repository REPOSITORY = Repository.here();
    private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");

    /** What has code but is for this repository alone. */
    private static final List<String> NOT_PUBLISHED = List.of("benchmarks", "docs-site");

    private static String pom(String folder) {
        String path = folder.isEmpty() ? "pom.xml" : folder + "/pom.xml";
        Optional<SourceFile> file = REPOSITORY.files().stream()
                .filter(candidate -> candidate.path().equals(path))
                .findFirst();
        return file.orElseThrow(() -> new AssertionError("there is no " + path)).text();
    }

    private static List<String> all(String text, String element) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                .matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> modulesWithCode() {
        return all(pom(""), "module").stream()
                .filter(module -> REPOSITORY.contains(module + "/src/main/java"))
                .filter(module -> !NOT_PUBLISHED.contains(module))
                .toList();
    }

    @Test
    void theBillOfMaterialsNamesEveryModuleThatHasCode() {
        String bill = pom("countermand-bom");
        List<String> named = all(bill.substring(bill.indexOf("<dependencies>")), "artifactId");
        assertThat(modulesWithCode()).hasSizeGreaterThan(10);
        assertThat(named).containsExactlyInAnyOrderElementsOf(modulesWithCode());
    }

    @Test
    void theSiteIsNeitherInstalledNorDeployed() {
        String site = pom("docs-site");
        assertThat(all(site, "maven.install.skip")).containsExactly("true");
        assertThat(all(site, "maven.deploy.skip")).containsExactly("true");
    }

    @Test
    void theBillOfMaterialsHasTheVersionOfTheProject() {
        Matcher own = VERSION.matcher(pom("countermand-bom"));
        Matcher parent = VERSION.matcher(pom(""));
        assertThat(own.find() && parent.find()).isTrue();
        assertThat(own.group(1)).isEqualTo(parent.group(1));
    }

    @Test
    void everyModuleThatHasCodeHasANameForTheModulePath() {
        for (String module : modulesWithCode()) {
            assertThat(all(pom(module), "module.name")).as(module).singleElement()
                    .asString().startsWith("dev.countermand.");
        }
        assertThat(modulesWithCode().stream()
                .flatMap(module -> all(pom(module), "module.name").stream())
                .toList()).doesNotHaveDuplicates();
    }
}
