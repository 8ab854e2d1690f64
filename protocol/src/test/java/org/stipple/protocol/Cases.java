package org.stipple.protocol;

import java.time.LocalDate;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import org.stipple.protocol.document.Field;

/// Cases for tests: the clear case of the knowledge, in which every question is answered and nothing speaks
/// against treatment, and changes to it.
final class Cases {

    /// The day of all cases.
    static final LocalDate ON = LocalDate.of(2026, 11, 20);

    private static final Document CLEAR =
            Knowledge.builtIn().contents().clearCase().orElseThrow();

    private Cases() {}

    static PatientFacts clear() {
        return changed("{}");
    }

    /// The clear case with some of its names replaced.
    static PatientFacts changed(String yaml) {
        return PatientFacts.read(Field.root(KnowledgeCheck.changed(CLEAR, Documents.read(yaml))), ON);
    }

    static PatientFacts read(String yaml) {
        return PatientFacts.read(Field.root(Documents.read(yaml)), ON);
    }
}
