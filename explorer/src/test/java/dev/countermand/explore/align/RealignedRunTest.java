package dev.countermand.explore.align;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.explore.Program;
import dev.countermand.explore.Schedule;
import dev.countermand.explore.align.Landmark.Detail;
import dev.countermand.explore.kit.MadeUpProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealignedRunTest {
    /** Chooses how many ties there are before a task visits three awaits, twice each. */
    private static final Program PROGRAM = new MadeUpProgram(asking -> {
        int ties = asking.value("ties", 5);
        for (int i = 0; i < ties; i++) {
            asking.tie("x", "y");
        }
        for (int i = 0; i < 6; i++) {
            asking.cancel("other", "gate");
            asking.cancel("main", "await " + i % 3 + (ties == 0 ? "" : " slowly"));
        }
        return null;
    });

    private static List<Landmark> landmarks(String schedule) {
        return Landmark.of(PROGRAM, Schedule.parse(schedule));
    }

    private static String run(String fixed, List<Landmark> followers, Detail detail) {
        ChoiceLog log = new ChoiceLog().restart(
                new RealignedRun(Schedule.parse(fixed), followers, detail));
        PROGRAM.run(log);
        return log.schedule().toString();
    }

    @Test
    void aLandmarkSaysWhoIsPickedWhereAndForWhichTime() {
        Landmark landmark = landmarks("0:2,12:1").get(1);
        assertThat(landmark.departure()).isEqualTo(new Schedule.Departure(12, 1));
        assertThat(landmark.isFault()).isTrue();
        assertThat(landmark.places().get(Detail.TASK_AND_AWAIT).ordinal()).isEqualTo(2);
        assertThat(landmark.places().get(Detail.TASK).ordinal()).isEqualTo(5);
        assertThat(landmark.places().get(Detail.TASK_AND_AWAIT).key())
                .endsWith("main at await 1 slowly");
    }

    @Test
    void aDepartureIsMadeAgainWhereverItsNumberHasMovedTo() {
        List<Landmark> follower = landmarks("0:4,14:1").subList(1, 2);
        assertThat(run("0:4", follower, Detail.TASK_AND_AWAIT)).isEqualTo("0:4,14:1");
        assertThat(run("0:1", follower, Detail.TASK_AND_AWAIT)).isEqualTo("0:1,11:1");
    }

    @Test
    void aTaskThatWaitsElsewhereIsFoundByItsNameOnly() {
        List<Landmark> follower = landmarks("0:4,14:1").subList(1, 2);
        assertThat(run("fifo", follower, Detail.TASK_AND_AWAIT)).isEqualTo("fifo");
        assertThat(run("fifo", follower, Detail.TASK)).isEqualTo("10:1");
    }

    @Test
    void departuresOfSeveralTasksKeepTheirPlaces() {
        List<Landmark> followers = landmarks("0:3,2:1,6:1,11:1").subList(1, 4);
        assertThat(run("0:2", followers, Detail.TASK_AND_AWAIT)).isEqualTo("0:2,2:1,5:1,10:1");
    }

    @Test
    void theChancesBeforeAndAfterAreThoseOfTheSameTask() {
        Landmark landmark = landmarks("6:1").get(0);
        assertThat(run("fifo", List.of(landmark.shifted(-1)), Detail.TASK)).isEqualTo("4:1");
        assertThat(run("fifo", List.of(landmark.shifted(2)), Detail.TASK)).isEqualTo("10:1");
        assertThat(run("fifo", List.of(landmark.shifted(-9)), Detail.TASK)).isEqualTo("fifo");
        assertThat(run("fifo", List.of(landmark.shifted(9)), Detail.TASK)).isEqualTo("fifo");
    }
}
