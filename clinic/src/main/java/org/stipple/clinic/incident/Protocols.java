package org.stipple.clinic.incident;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;

/// The clinic's own protocols, by kind of incident. None is shipped: what is to be done and whom to call differs
/// from place to place, and a number that is invented is worse than none.
@Component
public class Protocols {

    private final ProtocolStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Protocols(ProtocolStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// The version that counts.
    ///
    /// @return empty where the clinic has written none
    @Transactional(readOnly = true)
    public Optional<Protocol> newest(Incident.Kind kind) {
        return store.of(kind).stream().findFirst();
    }

    /// All versions, newest first.
    @Transactional(readOnly = true)
    public List<Protocol> of(Incident.Kind kind) {
        return store.of(kind);
    }

    /// Writes the next version.
    ///
    /// @param onTopOf the version that was shown, 0 for none
    /// @return why it was not written; empty when it was
    @Transactional
    public List<String> write(Incident.Kind kind, String words, int onTopOf) {
        var before = newest(kind);
        int version = before.map(Protocol::version).orElse(0);
        if (words.isBlank()) {
            return List.of("The protocol is empty. Nothing was changed.");
        }
        if (version != onTopOf) {
            return List.of("The protocol was changed meanwhile by "
                    + before.orElseThrow().by() + ": version " + version
                    + " counts and is shown below. What you wrote was not kept as a version, and still stands there.");
        }
        trail.note(Act.CHANGE, "protocol of an incident: " + kind.id() + ", version " + (version + 1));
        store.insert(
                new Protocol(
                        kind,
                        version + 1,
                        words.strip(),
                        clock.now(),
                        Acting.current().name()),
                Acting.current().account());
        return List.of();
    }
}
