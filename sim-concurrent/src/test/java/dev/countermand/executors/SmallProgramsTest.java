package dev.countermand.executors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The corners of the JDK's executors, asked of the JDK itself. */
class SmallProgramsTest {
    private static final int THREADS = 2;

    @ParameterizedTest
    @EnumSource
    void theSimulationDoesWhatTheJdkDoes(SmallProgram program) {
        String real = program.run(Executors.newScheduledThreadPool(THREADS));
        String simulated = InSimulation.run(sim -> program.run(sim.scheduledExecutor(THREADS)));
        assertThat(simulated).isEqualTo(real);
    }
}
