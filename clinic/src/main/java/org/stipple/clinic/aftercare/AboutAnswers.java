package org.stipple.clinic.aftercare;

import java.util.List;
import java.util.Optional;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.web.words.Words;

/// Sentences that a program says about what somebody answered. A module further down the line contributes them
/// where it is turned on. The diary shows them and needs none of them: it asks after every answer was kept and
/// judged, in a transaction of its own, and goes on without them where they fail.
public interface AboutAnswers {

    /// @param entry as it stands
    /// @param raised what was raised in that entry, open or closed
    /// @param words of the language in which it is read
    /// @return empty where nothing is said at all
    Optional<Told> about(DiaryEntry entry, Session session, List<Concern> raised, Words words);

    /// What is said.
    ///
    /// @param sentences about single answers, in their order; may be none
    /// @param silence what it means that nothing stands there of an answer
    /// @param purpose what these sentences are for, and what not
    record Told(String title, List<String> sentences, String silence, String purpose) {
        public Told {
            sentences = List.copyOf(sentences);
        }
    }
}
