package org.stipple.clinic.web.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Disagreement;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Question;
import org.stipple.protocol.RedFlag;
import org.stipple.protocol.View;
import org.stipple.protocol.document.Document;
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
        entries(knowledge, "aftercare").forEach((id, step) -> {
            ours.put(
                    "aftercare." + id + ".do",
                    new Field(id, step).required("do").text());
            ours.put(
                    "aftercare." + id + ".avoid",
                    new Field(id, step).required("avoid").text());
        });
        knowledge.questions().forEach(question -> ours.put(key(question), question.wording()));
        entries(knowledge, "rules").forEach((id, rule) -> {
            var field = new Field(id, rule);
            ours.put("finding." + id, field.required("patientReason").text());
            putViews(ours, "finding." + id, field);
        });
        entries(knowledge, "disagreements").forEach((id, dispute) -> {
            var field = new Field(id, dispute);
            ours.put("disagreement." + id, field.required("question").text());
            ours.put("disagreement." + id + ".why", field.required("why").text());
            putViews(ours, "disagreement." + id, field);
        });
        return Map.copyOf(ours);
    }

    private static Map<String, Document> entries(Knowledge knowledge, String section) {
        return knowledge.entries().getOrDefault(section, Map.of());
    }

    private static void putViews(Map<String, String> ours, String key, Field entry) {
        var views = entry.optional("views").map(Field::items).orElse(List.of());
        for (int i = 0; i < views.size(); i++) {
            ours.put(key + ".view." + (i + 1), views.get(i).required("says").text());
        }
    }

    private static String key(Question question) {
        return "question." + question.fact().path();
    }

    private final Words words;

    private KnowledgeWords(Words words) {
        this.words = words;
    }

    public static KnowledgeWords in(Words words) {
        return new KnowledgeWords(words);
    }

    /// A question, as it is asked.
    public String question(Question question) {
        return said(key(question), question.wording());
    }

    /// Why a rule found something, for the patient.
    ///
    /// @param reason in English, without what is added where there is nobody to sign
    public String finding(String rule, String reason) {
        return said("finding." + rule, reason);
    }

    /// One of the views of a rule on which sources disagree.
    ///
    /// @param number from 1
    public String findingView(String rule, int number, String says) {
        return said("finding." + rule + ".view." + number, says);
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

    /// A text with gaps, which no translation has, is ours by what stands before the first.
    private static boolean isOurs(String key, String english) {
        String ours = OURS.getOrDefault(key, "");
        int gap = ours.indexOf('{');
        return gap < 0 ? english.equals(ours) && !ours.isEmpty() : english.startsWith(ours.substring(0, gap));
    }

    /// @throws IllegalArgumentException when it is missing in this language
    private String said(String key, String english) {
        return switch (words.tongue()) {
            case ENGLISH -> english;
            case SPANISH -> {
                if (!isOurs(key, english)) {
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
