package org.stipple.clinic.treatment;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.protocol.Operator;
import org.stipple.protocol.ZonePlan;
import org.stipple.quantities.ZoneId;

/// A person of both cheeks whose first session is open.
public record Begun(PatientId person, CourseRecord.Plan plan, Session session) {

    /// @param lot of the unit in use, its own
    public static Begun of(ClinicUnderTest stipple, String lot) {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class).register(person, Someone.bornIn(1992));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        Someone.agrees(stipple, person, Purpose.TREATMENT, plan);
        var code = UnitCode.parse("(17)281130(10)" + lot + "(21)1");
        UUID unit = stipple.the(Stock.class)
                .receive(plan.device(), code, 1)
                .getFirst()
                .id();
        stipple.the(WhoTreats.class).state(Operator.PHYSICIAN);
        return new Begun(
                person,
                plan,
                Someone.started(
                        stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(unit))));
    }

    ZonePlan.Planned zone(ZoneId id) {
        return plan.course().planned().stream()
                .filter(zone -> zone.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
