package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.NextSession;

/// Tells the pages of planning what the [Gate] holds to.
@Component
class ChartedNext implements NextSession {

    private final Gate gate;

    ChartedNext(Gate gate) {
        this.gate = gate;
    }

    @Override
    public Optional<LocalDate> from(PatientId patient, CourseRecord course) {
        return gate.nextFrom(patient, course);
    }

    @Override
    public boolean isComplete(PatientId patient, SignedCourse course) {
        return gate.isComplete(patient, course);
    }

    @Override
    public Optional<LocalDate> earlySignOffFrom(PatientId patient, CourseRecord course) {
        return gate.earlySignOffFrom(patient, course);
    }

    @Override
    public Optional<LocalDate> planned(PatientId patient, SignedCourse course) {
        return gate.nextPlanned(patient, course);
    }
}
