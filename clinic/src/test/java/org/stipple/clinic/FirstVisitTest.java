package org.stipple.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.*;
import org.stipple.clinic.consent.*;
import org.stipple.clinic.outcome.*;
import org.stipple.clinic.patient.*;
import org.stipple.clinic.photo.*;
import org.stipple.clinic.planning.*;
import org.stipple.clinic.stock.*;
import org.stipple.clinic.treatment.*;
import org.stipple.phantom.DemoScene;
import org.stipple.protocol.Verdict;
import org.stipple.quantities.*;

/// Read this first: one person's first visit, from the questions to the readings, through the whole program on real parts.
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
        Verdict verdict = stipple.the(Screenings.class).screen(person).screening().verdict();
        assertThat(verdict).isIn(Verdict.PROCEED, Verdict.CAUTION, Verdict.SIGN_OFF);

        // How: a course with depth and dose for each zone, signed by a clinician who saw exactly this.
        Courses courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        var signed = courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        assertThat(signed).isInstanceOf(Signing.Signed.class);

        // The person agrees to this course, and to photos being kept and measured.
        Consents consents = stipple.the(Consents.class);
        for (Purpose purpose : Purpose.values()) {
            consents.give(UUID.randomUUID(), person, purpose, consents.text(purpose).sha256(),
                    purpose == Purpose.TREATMENT ? Optional.of(plan.id()) : Optional.empty(), "Amara Okafor");
        }

        // A photo before the needle.
        UUID before = photo(stipple, person, DemoScene.Visit.BASELINE);

        // One sterile unit, scanned; the session starts with it, and with it alone.
        Stock stock = stipple.the(Stock.class);
        var code = UnitCode.parse("(01)00850000000017(17)271130(10)LOT7(21)0042");
        UUID unit = stock.receive("skinpen-precision", code, 1).getFirst().id();
        Sessions sessions = stipple.the(Sessions.class);
        var session = ((Start.Started) sessions.start(UUID.randomUUID(), person, plan.id(), List.of(unit))).session();
        assertThat(stock.check(code, "skinpen-precision")).isInstanceOf(UnitCheck.Refused.class);

        // What was done, zone by zone, and closed under a name.
        for (var zone : Someone.plannedZones(plan)) {
            var charted = sessions.chart(person, session.id(), zone.id(), Someone.asPlanned(zone));
            assertThat(charted.deviation()).isEmpty();
        }
        assertThat(sessions.close(person, session.id(), "", ClinicUnderTest.PASSWORD)).isEmpty();

        // Three months later the photos are measured: improved, unchanged, worse, or not measurable and why.
        stipple.itIs("2027-02-20T10:00:00Z");
        UUID after = photo(stipple, person, DemoScene.Visit.MONTH_3);
        var pair = stipple.the(Outcomes.class).measure(UUID.randomUUID(), person, before, Optional.of(after));
        assertThat(pair.readings()).anySatisfy(reading -> assertThat(reading.verdict()).contains("improved"));
    }

    private UUID photo(ClinicUnderTest stipple, PatientId person, DemoScene.Visit visit) {
        byte[] file = new DemoScene(SkinType.III, visit).render().photo().png();
        LocalDate today = stipple.the(ClinicClock.class).today();
        return stipple.the(Photos.class).store(UUID.randomUUID(), person, Optional.empty(), PhotoView.PATCH, today, OptionalDouble.of(0.05), file).id();
    }
}
