package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// One looking-in after a session.
///
/// @param given everything that was answered, in order; a later answer to the same question amends the earlier
public record DiaryEntry(UUID id, PatientId patient, UUID session, Instant begunAt, String begunBy, List<Given> given) {

    /// An answer.
    ///
    /// @param words what the person wrote; may be empty
    public record Given(DiaryQuestion question, String answer, String words, Instant at) {}

    public DiaryEntry {
        given = List.copyOf(given);
    }

    /// What counts: the last answer to each question.
    public Map<DiaryQuestion, Given> standing() {
        var last = new EnumMap<DiaryQuestion, Given>(DiaryQuestion.class);
        given.forEach(one -> last.put(one.question(), one));
        return last;
    }

    /// The next question that was not answered; empty when all were.
    public Optional<DiaryQuestion> next() {
        var answered = standing().keySet();
        return java.util.Arrays.stream(DiaryQuestion.values())
                .filter(question -> !answered.contains(question))
                .findFirst();
    }
}
