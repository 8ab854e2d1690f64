package org.stipple.clinic.web.words;

import java.util.Optional;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Question;
import org.stipple.protocol.RedFlag;

/// What the knowledge base says to patients, in their language. English stands in the knowledge itself; the
/// other languages in `knowledge_….properties`, by the identifier of what is said. What a clinic put in its own
/// words has these words alone: nobody but the clinic can translate them.
public final class KnowledgeWords {

    private static final String AREA = "knowledge";

    private final Words words;

    private KnowledgeWords(Words words) {
        this.words = words;
    }

    public static KnowledgeWords in(Words words) {
        return new KnowledgeWords(words);
    }

    /// A question, as it is asked.
    public String question(Question question) {
        return said("question." + question.fact().path(), question.wording());
    }

    /// A translation by its key: `finding.pregnant`, `disagreement.laser.why`.
    ///
    /// @return empty where there is none: in English, and for a rule that a clinic has added
    public Optional<String> translation(String key) {
        return Optional.ofNullable(words.area(AREA).getProperty(key));
    }

    /// What is expected.
    public String healing(ExpectedHealing one) {
        return said("healing." + one.id(), one.patientWords());
    }

    /// A sign that is not expected.
    public String redFlag(RedFlag flag) {
        return said("red-flag." + flag.id(), flag.patientWords());
    }

    /// What to do.
    public String todo(AftercareStep step) {
        return said("aftercare." + step.id() + ".do", step.todo());
    }

    /// What to leave; empty where nothing.
    public String avoid(AftercareStep step) {
        return step.avoid().isEmpty() ? "" : said("aftercare." + step.id() + ".avoid", step.avoid());
    }

    /// @throws IllegalArgumentException when it is missing in this language
    private String said(String key, String english) {
        return switch (words.tongue()) {
            case ENGLISH -> english;
            case SPANISH -> {
                String text = words.area(AREA).getProperty(key);
                if (text == null) {
                    throw new IllegalArgumentException(
                            "no text for " + key + " in " + words.tongue().own());
                }
                yield text;
            }
        };
    }
}
