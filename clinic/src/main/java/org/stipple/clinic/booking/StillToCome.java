package org.stipple.clinic.booking;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.web.Days;

/// A time that is taken is given back first.
@Component
class StillToCome implements AgainstErasing {

    private final AppointmentStore store;
    private final ClinicClock clock;

    StillToCome(AppointmentStore store, ClinicClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.APPOINTMENTS);
    }

    @Override
    public List<String> of(PatientId patient) {
        var zone = Acting.current().zone();
        return store.coming(patient, clock.now()).stream()
                .map(one -> "An appointment is still to come, on "
                        + Days.full(one.slot().from().atZone(zone).toLocalDate()) + ": cancel it first.")
                .toList();
    }
}
