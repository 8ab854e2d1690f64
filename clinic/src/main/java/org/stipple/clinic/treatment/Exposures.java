package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.stock.Uses;

/// Whom a recall concerns: the people whose sessions used something of the stock. Asked with what [Uses] found
/// of a lot, an article, a product or a handpiece.
@Component
public class Exposures {

    private final ExposureStore store;
    private final AuditTrail trail;

    Exposures(ExposureStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /// Somebody, with what was used in which session.
    public record Exposure(PatientId patient, Uses.Use use) {}

    /// In the order of the uses. The trail says that all records were opened for it.
    @Transactional
    public List<Exposure> of(List<Uses.Use> uses) {
        trail.openAll("who was treated with goods of the stock");
        Map<UUID, PatientId> people =
                store.patients(uses.stream().map(Uses.Use::session).collect(Collectors.toSet()));
        return uses.stream()
                .filter(use -> people.containsKey(use.session()))
                .map(use -> new Exposure(java.util.Objects.requireNonNull(people.get(use.session())), use))
                .toList();
    }
}
