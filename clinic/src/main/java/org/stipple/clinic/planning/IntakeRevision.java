package org.stipple.clinic.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.stipple.protocol.document.Document;

/// A whole set of answers, as they stood when somebody saved them.
///
/// @param number counts from 1 for each person
/// @param request in the form of the command line's request file
public record IntakeRevision(int number, Document request, Instant answeredAt, String answeredBy) {

    /// Who answered, in a sentence: `by Amara Nowak`; whoever answered by a link is named by it.
    public String by() {
        return answeredBy.startsWith("by ") ? answeredBy : "by " + answeredBy;
    }

    /// The calendar day of the answers at the clinic's place.
    public LocalDate answeredOn(ZoneId zone) {
        return LocalDate.ofInstant(answeredAt, zone);
    }
}
