package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.*;
import org.stipple.clinic.consent.*;
import org.stipple.clinic.outcome.*;
import org.stipple.clinic.patient.*;
import org.stipple.clinic.planning.*;
import org.stipple.clinic.stock.*;
import org.stipple.clinic.treatment.*;
import org.stipple.phantom.DemoScene.Visit;
import org.stipple.protocol.Verdict;

/// Read this first: one person's first visit, from the questions to the readings, on real parts.
class FirstVisitTest {

    @Test
    void onePersonsFirstVisit(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            Acting.doing(stipple.clinic("Hillside", "noor"), () -> visit(stipple));
        }
    }

    private void visit(ClinicUnderTest stipple) {
        // A person, and what they answered before treatment.
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());

        // May we? Every finding with its source; an answer that is missing is never "no".
        var screening = stipple.the(Screenings.class).screen(person).screening();
        assertThat(screening.verdict()).isIn(Verdict.PROCEED, Verdict.CAUTION, Verdict.SIGN_OFF);

        // How: depth and dose for each zone, signed by a clinician who saw exactly this.
        var courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        var reasons = Someone.reasonsFor(plan);
        assertThat(courses.sign(person, plan.id(), plan.sha256(), reasons, ClinicUnderTest.PASSWORD))
                .isInstanceOf(Signing.Signed.class);

        // The person agrees to this course, and to photos being kept and measured; then a photo before the
        // needle.
        for (Purpose purpose : Purpose.values()) {
            Someone.agrees(stipple, person, purpose, plan);
        }
        UUID before = Someone.photo(stipple, person, Visit.BASELINE);

        // One sterile unit, scanned. The session starts with it, and no other ever will.
        var stock = stipple.the(Stock.class);
        var code = UnitCode.parse("(01)00850000000018(17)271130(10)LOT7(21)0042");
        UUID unit = stock.receive(plan.device(), code, 1).getFirst().id();
        var sessions = stipple.the(Sessions.class);
        var session = Someone.started(sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit)));
        assertThat(stock.check(code, plan.device())).isInstanceOf(UnitCheck.Refused.class);

        // What was done, zone by zone with the time on the skin, and closed under a name.
        for (var zone : plan.course().planned()) {
            var charted = sessions.chart(
                    person, session.id(), zone.id(), Someone.asPlanned(zone).withOnSkin(Duration.ofMinutes(1)));
            assertThat(charted.deviation()).isEmpty();
        }
        assertThat(sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD))
                .isEmpty();

        // Three months later: improved, unchanged, worse, or not measurable and why.
        stipple.itIs("2027-02-20T10:00:00Z");
        UUID after = Someone.photo(stipple, person, Visit.MONTH_3);
        var pair = stipple.the(Outcomes.class).measure(UUID.randomUUID(), person, before, Optional.of(after));
        assertThat(pair.readings())
                .anySatisfy(reading -> assertThat(reading.verdict()).contains("improved"));
    }
}
