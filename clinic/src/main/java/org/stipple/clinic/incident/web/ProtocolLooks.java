package org.stipple.clinic.incident.web;

import java.util.List;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Protocol;
import org.stipple.clinic.incident.Protocols;
import org.stipple.clinic.incident.web.IncidentViews.ProtocolView;
import org.stipple.clinic.web.Days;

/// A clinic's protocol as it is read in a hurry.
final class ProtocolLooks {

    private ProtocolLooks() {}

    static ProtocolView of(Protocols protocols, Incident.Kind kind) {
        return protocols
                .newest(kind)
                .map(protocol -> new ProtocolView(
                        kind.id(),
                        kind.words(),
                        told(protocol),
                        protocol.words().lines().toList()))
                .orElseGet(() -> new ProtocolView(kind.id(), kind.words(), "", List.of()));
    }

    /// `Version 2, 20 Nov 2026, 09:40 by Dr. Noor`.
    static String told(Protocol protocol) {
        return "Version " + protocol.version() + ", "
                + Days.moment(protocol.at(), Acting.current().zone()) + " by " + protocol.by();
    }
}
