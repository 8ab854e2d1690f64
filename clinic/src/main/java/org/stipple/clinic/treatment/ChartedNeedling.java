package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.OwnNeedling;

/// Tells screening what was charted here.
@Component
class ChartedNeedling implements OwnNeedling {

    private final NeedlingSessions needlings;

    ChartedNeedling(NeedlingSessions needlings) {
        this.needlings = needlings;
    }

    @Override
    public List<Needled> of(PatientId patient) {
        return needlings.of(patient).stream().map(ChartedNeedling::needled).toList();
    }

    @Override
    public List<Needled> apartFrom(PatientId patient, UUID session) {
        return needlings.of(patient).stream()
                .filter(each -> !each.id().equals(session))
                .map(ChartedNeedling::needled)
                .toList();
    }

    private static Needled needled(Session session) {
        return new Needled(
                LocalDate.ofInstant(session.startedAt(), Acting.current().zone()),
                session.entries().stream().map(entry -> entry.done().depth()).max(Comparator.naturalOrder()),
                session.entries().stream()
                        .map(Charted::zone)
                        .filter(session::mayHaveNeedled)
                        .collect(Collectors.toSet()));
    }
}
