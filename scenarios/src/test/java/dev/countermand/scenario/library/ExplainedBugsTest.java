package dev.countermand.scenario.library;

import dev.countermand.explore.Program;
import dev.countermand.explore.RunOrigin;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.explain.Explainer;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.Shrunk;
import dev.countermand.report.Explanation;
import dev.countermand.report.TraceDocument;
import dev.countermand.report.text.FailureContext;
import dev.countermand.report.text.FailureReport;
import dev.countermand.report.text.Insight;
import org.junit.jupiter.api.Test;

class ExplainedBugsTest {
    @Test
    void table() {
            for (Bug bug : Bug.ALL) {
                Program program = ShrunkBugs.program(bug.name());
                SearchResult.FoundRun found = ShrunkBugs.find(program, 1);
                Shrunk s = ShrunkBugs.shrink(program, found);
                long t = System.nanoTime();
                Explanation e = new Explainer(program).explain(s.schedule(), found.origin());
                double ms = (System.nanoTime() - t) / 1e6;
                TraceDocument d = program.record(s.schedule().scheduler(), found.origin());
                System.out.println(FailureReport.render(d, new FailureContext(null, "run 1 of 2",
                    new Insight(s.shrinkage(), e), null, null)));
                System.out.println("#### " + ms + " ms");
            }
    }
}
