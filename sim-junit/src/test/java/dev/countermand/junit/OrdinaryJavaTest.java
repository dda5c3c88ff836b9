package dev.countermand.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.sample.OrdinarySample;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of ordinary Java are explored like all others. */
class OrdinaryJavaTest {
    @ParameterizedTest
    @ValueSource(strings = {"twoWithdrawalsNeverOverdraw", "theLastWriterWins"})
    void aRaceBetweenJobsIsFoundInTheLegalOrder(String test) throws IOException {
        Golden.assertHolds(test + ".txt", Tried.method(OrdinarySample.class, test).message());
    }

    @Test
    void timersAndClocksAreOfVirtualTime() {
        assertThat(Tried.method(OrdinarySample.class, "anHourPassesAtOnce").failures()).isEmpty();
    }
}
