package org.stipple.clinic.web.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Disagreement;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;
import org.stipple.protocol.View;
import org.stipple.protocol.document.Field;

/// What the knowledge base says to patients, in their language. English stands in the knowledge itself; the
/// other languages in `knowledge_….properties`, by the identifier of what is said. What a clinic put in its own
/// words has these words alone: nobody but the clinic can translate them.
public final class KnowledgeWords {

    private static final String AREA = "knowledge";

    /// What Stipple ships, by key: what differs from it is the clinic's own.
    private static final Map<String, String> OURS = ours();

    private static Map<String, String> ours() {
        var knowledge = Knowledge.builtIn();
        var ours = new HashMap<String, String>();
        knowledge.healing().forEach(one -> ours.put("healing." + one.id(), one.patientWords()));
        knowledge.redFlags().forEach(flag -> ours.put("red-flag." + flag.id(), flag.patientWords()));
        Objects.requireNonNull(knowledge.entries().get("aftercare")).forEach((id, step) -> {
            ours.put(
                    "aftercare." + id + ".do",
                    new Field(id, step).required("do").text());
            ours.put(
                    "aftercare." + id + ".avoid",
                    new Field(id, step).required("avoid").text());
        });
        Objects.requireNonNull(knowledge.entries().get("disagreements")).forEach((id, one) -> {
            var field = new Field(id, one);
            ours.put("disagreement." + id, field.required("question").text());
            ours.put("disagreement." + id + ".why", field.required("why").text());
            List<Field> views = field.required("views").items();
            for (int i = 0; i < views.size(); i++) {
                ours.put(
                        "disagreement." + id + ".view." + (i + 1),
                        views.get(i).required("says").text());
            }
        });
        return Map.copyOf(ours);
    }

    private final Words words;

    private KnowledgeWords(Words words) {
        this.words = words;
    }

    public static KnowledgeWords in(Words words) {
        return new KnowledgeWords(words);
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

    /// What is disputed.
    public String disputed(Disagreement one) {
        return said("disagreement." + one.id(), one.question());
    }

    /// What one side says.
    public String view(Disagreement one, View view) {
        return said("disagreement." + one.id() + ".view." + (one.views().indexOf(view) + 1), view.says());
    }

    /// Why we follow the view that we follow.
    public String why(Disagreement one) {
        return said("disagreement." + one.id() + ".why", one.why());
    }

    /// @throws IllegalArgumentException when it is missing in this language
    private String said(String key, String english) {
        return switch (words.tongue()) {
            case ENGLISH -> english;
            case SPANISH -> {
                if (!english.equals(OURS.get(key))) {
                    yield english;
                }
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
