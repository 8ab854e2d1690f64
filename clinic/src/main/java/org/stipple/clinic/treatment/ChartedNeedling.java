package org.stipple.clinic.treatment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.OwnNeedling;

/// Tells screening what was charted here.
@Component
class ChartedNeedling implements OwnNeedling {

    private final SessionStore store;

    ChartedNeedling(SessionStore store) {
        this.store = store;
    }

    @Override
    public Optional<Needled> last(PatientId patient) {
        return last(store.of(patient));
    }

    @Override
    public Optional<Needled> apartFrom(PatientId patient, UUID session) {
        return last(store.of(patient).stream()
                .filter(each -> !each.id().equals(session))
                .toList());
    }

    /// @param all newest first
    private static Optional<Needled> last(List<Session> all) {
        return all.stream()
                .findFirst()
                .map(newest -> new Needled(
                        LocalDate.ofInstant(newest.startedAt(), Acting.current().zone()),
                        newest.entries().stream()
                                .map(entry -> entry.done().depth())
                                .max(Comparator.naturalOrder()),
                        all.size(),
                        newest.entries().stream().map(Charted::zone).collect(Collectors.toSet())));
    }
}
