package org.stipple.clinic.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Begun;
import org.stipple.clinic.treatment.Obstacle;
import org.stipple.clinic.treatment.Sessions;

/// Whoever reported what cannot wait is answered before they are needled again.
class OpenConcernsTest {

    @Test
    void whatIsNotClosedStandsAgainstTheNextSessionUntilItIs(@TempDir Path directory) throws Exception {
        try (var stipple = ClinicUnderTest.serving(directory, "--server.port=0", "--stipple.concerns.every=0s")) {
            Actor noor = stipple.clinic("Hillside", "noor-open");
            Acting.doing(noor, () -> {
                var begun = Begun.of(stipple, "OPEN1");
                for (var zone : Someone.plannedZones(begun.plan())) {
                    stipple.the(Sessions.class)
                            .chart(begun.person(), begun.session().id(), zone.id(), Someone.asPlanned(zone));
                }
                stipple.the(Sessions.class)
                        .close(begun.person(), begun.session().id(), "", ClinicUnderTest.PASSWORD);
                assertThat(against(stipple, begun)).isEmpty();
                stipple.the(Diary.class)
                        .answer(
                                begun.person(),
                                begun.session().id(),
                                UUID.randomUUID(),
                                DiaryQuestion.FEVER,
                                "yes",
                                "");
                var concern = stipple.the(Concerns.class).of(begun.person()).getFirst();
                assertThat(against(stipple, begun))
                        .singleElement()
                        .satisfies(obstacle -> assertThat(obstacle.words()).contains("is not closed"));
                stipple.the(Concerns.class)
                        .close(
                                begun.person(),
                                concern.id(),
                                1,
                                Concern.Outcome.SPOKE,
                                "Spoke by telephone, no fever now");
                assertThat(against(stipple, begun)).isEmpty();
            });
        }
    }

    private static List<Obstacle> against(ClinicUnderTest stipple, Begun begun) {
        var course =
                stipple.the(Courses.class).find(begun.person(), begun.plan().id());
        return stipple.the(Sessions.class).against(begun.person(), course, List.of()).stream()
                .filter(obstacle -> obstacle.step() == Obstacle.Step.CONCERN)
                .toList();
    }
}
