package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.Operator;
import org.stipple.quantities.ZoneId;

/// One treatment of a course.
///
/// @param number within the course, from 1
/// @param operator as what whoever started it treats, where they said so
/// @param entries everything that was charted, in order; a later one for the same zone amends the earlier
public record Session(
        UUID id,
        PatientId patient,
        UUID course,
        int number,
        Instant startedAt,
        String startedBy,
        Optional<Operator> operator,
        List<Charted> entries,
        Optional<Close> close) {

    public Session {
        entries = List.copyOf(entries);
    }

    /// What counts for a zone: the last entry about it.
    public Optional<Charted> last(ZoneId zone) {
        return entries.stream().filter(entry -> entry.zone() == zone).reduce((_, later) -> later);
    }

    /// What counts, one entry for each charted zone, in the order in which zones were first charted.
    public List<Charted> standing() {
        return entries.stream()
                .map(Charted::zone)
                .distinct()
                .flatMap(zone -> last(zone).stream())
                .toList();
    }

    /// Signed off at the end.
    public record Close(String note, String signer, Instant at) {}
}
