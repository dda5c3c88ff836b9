package dev.countermand.loop.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OracleSetTest {
    @Test
    void onByDefaultIsWhatNoCorrectProgramDoes() {
        assertThat(OracleSet.DEFAULT.names()).containsExactly(
                "deadlock", "livelock", "must-honour", "wakeup-lost", "permit-lost", "item-lost",
                "group-child");
    }

    @Test
    void namesAddAndTakeAwayAndTakingAwayWins() {
        OracleSet set = OracleSet.NONE.adjusted(
                List.of("error-lost", "deadlock", "livelock"), List.of("livelock", "item-lost"));
        assertThat(set.names()).containsExactly("deadlock", "error-lost");
        assertThat(set).isEqualTo(OracleSet.NONE.with(Oracle.DEADLOCK).with(Oracle.ERROR_LOST))
                .hasToString("deadlock, error-lost");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OracleSet.DEFAULT.adjusted(List.of("deadlok"), List.of()))
                .withMessageStartingWith("no oracle is named 'deadlok'; there are deadlock, live");
    }

    @Test
    void allAndNoneAreAllAndNone() {
        assertThat(OracleSet.ALL.names()).isEqualTo(Oracle.names());
        assertThat(OracleSet.NONE.names()).isEmpty();
        assertThat(Oracle.names()).doesNotHaveDuplicates();
    }
}
