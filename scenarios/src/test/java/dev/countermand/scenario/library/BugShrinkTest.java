package dev.countermand.scenario.library;

import dev.countermand.explore.Program;
import dev.countermand.explore.search.SearchResult;
import dev.countermand.explore.shrink.Shrunk;
import org.junit.jupiter.api.Test;

class BugShrinkTest {
    @Test
    void table() {
        for (long seed = 1; seed <= 5; seed++) {
            for (Bug bug : Bug.ALL) {
                Program program = ShrunkBugs.program(bug.name());
                SearchResult.FoundRun found = ShrunkBugs.find(program, seed);
                long t = System.nanoTime();
                Shrunk s = ShrunkBugs.shrink(program, found);
                double ms = (System.nanoTime() - t) / 1e6;
                System.out.printf("%d %-34s %2d -> %d (%d f)  steps %d -> %d  %s  %d runs %d steps %s %.0f ms %s%n",
                        seed, bug, s.before().departures(), s.after().departures(), s.after().faults(),
                        s.before().steps(), s.after().steps(), s.schedule(), s.effort().runs(),
                        s.effort().steps(), s.effort().ending(), ms,
                        s.effort().passes().stream().filter(p -> p.improvements() > 0).map(p -> p.name() + " " + p.improvements()).toList());
            }
        }
    }
}
