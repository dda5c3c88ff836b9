package dev.countermand.cli;

import dev.countermand.cli.compare.Comparison;
import dev.countermand.cli.source.ScenarioFinder;
import dev.countermand.cli.source.ScenarioSource;
import dev.countermand.cli.terminal.ExitCode;
import dev.countermand.cli.terminal.Surroundings;
import dev.countermand.cli.terminal.UserError;
import dev.countermand.cli.text.ComparisonJson;
import dev.countermand.cli.text.ComparisonText;
import dev.countermand.loop.PythonVersion;
import dev.countermand.scenario.model.Scenario;
import dev.countermand.scenario.read.ScenarioException;
import dev.countermand.scenario.run.PreparedScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios on every compatibility level and says where these differ. */
@Command(
        name = "compare",
        description = "Runs scenarios in asyncio's own order as every CPython they can run on, and"
                + " says which differ from 3.14, where first, and because of what.")
final class CompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--json",
            description = "Print one JSON object a scenario, each on a line, instead of the"
                    + " report.")
    private boolean isJson;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A scenario's file, or the name of a built-in scenario.")
    private List<String> files = new ArrayList<>();

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Each file that can be run is, whatever is wrong with the others. */
    @Override
    public Integer call() {
        ExitCode code = ExitCode.CLEAN;
        Complaints complaints = new Complaints(surroundings);
        boolean isFirst = true;
        for (String file : files) {
            try {
                Compared compared = compare(new ScenarioFinder(surroundings).find(file));
                surroundings.out().print(isFirst || isJson ? "" : "\n");
                surroundings.out().print(text(compared));
                isFirst = false;
                if (code == ExitCode.CLEAN && !compared.comparison().isEqual()) {
                    code = ExitCode.VIOLATION;
                }
            } catch (UserError | ScenarioException mistake) {
                surroundings.out().flush();
                complaints.failure(mistake, false);
                code = ExitCode.BAD_INPUT;
            }
        }
        return code.number();
    }

    private record Compared(
            Scenario scenario, Comparison comparison, List<PythonVersion> refused) {}

    private static Compared compare(ScenarioSource source) {
        PreparedScenario prepared = source.prepare(Comparison.REFERENCE);
        List<PythonVersion> levels = new ArrayList<>();
        List<PythonVersion> refused = new ArrayList<>();
        for (PythonVersion level : PythonVersion.values()) {
            boolean runs = ScenarioSource.allows(prepared.scenario(), level);
            (runs ? levels : refused).add(0, level);
        }
        return new Compared(prepared.scenario(), Comparison.of(prepared, levels), refused);
    }

    private String text(Compared compared) {
        String name = compared.scenario().name();
        String needed = ScenarioSource.needed(compared.scenario());
        return isJson
                ? ComparisonJson.of(name, compared.comparison(), compared.refused(), needed)
                : ComparisonText.of(name, compared.comparison(), compared.refused(), needed);
    }
}
