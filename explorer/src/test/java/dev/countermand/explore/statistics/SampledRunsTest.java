package dev.countermand.explore.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.kit.ToyProgram;
import dev.countermand.explore.search.Search;
import dev.countermand.explore.search.SearchLimits;
import dev.countermand.explore.search.SearchPlan;
import dev.countermand.loop.schedule.Alternatives;
import dev.countermand.loop.schedule.ChoiceKind;
import dev.countermand.loop.schedule.RandomStrategy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampledRunsTest {
    private static Optional<String> searchAndRepeat(Program program) {
        SampledRuns sample = new SampledRuns(new DistinctOrders());
        new Search(program, SearchPlan.ofOne(RandomStrategy::new), SearchLimits.of(500, 1),
                lane -> sample).run(runs -> {});
        assertThat(sample.size()).isEqualTo(25);
        assertThat(sample.orders().runs()).isEqualTo(500);
        return sample.repeat(program, new CancelCoverage());
    }

    @Test
    void aProgramThatDependsOnItsChoicesAloneIsDeterministic() {
        assertThat(searchAndRepeat(new ToyProgram(choices -> {
            choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 5);
            return null;
        }))).isEmpty();
    }

    @Test
    void aProgramThatRemembersEarlierRunsIsNot() {
        int[] runs = {0};
        assertThat(searchAndRepeat(new ToyProgram(choices -> {
            if (++runs[0] > 500) {
                choices.choose(ChoiceKind.CHOOSE, Alternatives.numbered("x"), 5);
            }
            return null;
        }))).hasValueSatisfying(text -> assertThat(text)
                .isEqualTo("schedule fifo took 0 steps at first and 1 when it was made again"));
    }
}
