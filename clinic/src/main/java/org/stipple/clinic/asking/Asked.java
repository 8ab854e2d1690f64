package org.stipple.clinic.asking;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.Operator;
import org.stipple.protocol.Premises;
import org.stipple.protocol.document.Document;

/// That the questions were sent to somebody, with what a practitioner sets and no patient is asked.
///
/// @param onTopOf the newest answers then, by their number; 0 where there were none
/// @param device what is meant to be used
/// @param operator who is meant to treat
public record Asked(
        UUID id,
        PatientId patient,
        int onTopOf,
        String device,
        Operator operator,
        Optional<Premises> premises,
        Instant at,
        String by) {

    /// A request file with what was set here.
    Document.Mapping over(Document.Mapping request) {
        return request.with("setting", Document.of("clinic"))
                .with("device", Document.of(device))
                .with("operator", Document.of(operator.id()))
                .with("premises", premises.map(Premises::id).map(Document::of).orElse(Document.UNKNOWN));
    }
}
