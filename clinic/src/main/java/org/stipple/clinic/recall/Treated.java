package org.stipple.clinic.recall;

import java.util.List;
import java.util.Optional;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.treatment.Session;

/// Somebody whom a recall concerns.
///
/// @param sessions those in which something of the goods was used
/// @param message what was written to them about it
public record Treated(Patient person, List<Session> sessions, Optional<Message> message) {
    public Treated {
        sessions = List.copyOf(sessions);
    }

    /// Whether they know.
    public boolean isDone() {
        return message.map(Message::standing).filter(Message.Standing::isDone).isPresent();
    }
}
