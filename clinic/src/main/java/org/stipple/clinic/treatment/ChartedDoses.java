package org.stipple.clinic.treatment;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.DeliveredDoses;

/// Tells a course what was charted in its sessions.
@Component
class ChartedDoses implements DeliveredDoses {

    private final SessionStore store;

    ChartedDoses(SessionStore store) {
        this.store = store;
    }

    @Override
    public List<Visit> of(PatientId patient, UUID course) {
        return store.of(patient).stream()
                .filter(session ->
                        session.course().equals(course) && !session.entries().isEmpty())
                .sorted(Comparator.comparing(Session::number))
                .map(session -> new Visit(
                        session.id(),
                        session.number(),
                        session.startedAt(),
                        session.standing().stream().map(ChartedDoses::zone).toList()))
                .toList();
    }

    private static DeliveredDoses.Charted zone(org.stipple.clinic.treatment.Charted entry) {
        var done = entry.done();
        return new DeliveredDoses.Charted(
                entry.zone(),
                done.depth(),
                done.manner().depths(),
                done.passes(),
                done.directions(),
                done.glide(),
                done.manner().isStamped(),
                done.onSkin());
    }
}
