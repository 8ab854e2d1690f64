package org.stipple.clinic.aftercare;

import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;

/// What is asked and what was answered, in the words that people tapped.
public final class AnswerWords {

    private AnswerWords() {}

    public static String question(DiaryQuestion question, Words words) {
        return words.of("after.ask." + question.id());
    }

    /// @param answer of this question, as it is kept
    public static String answer(DiaryQuestion question, String answer, Words words, Triage triage) {
        if (answer.startsWith(DiaryQuestion.SIGN)) {
            return triage.find(answer.substring(DiaryQuestion.SIGN.length()))
                    .map(KnowledgeWords.in(words)::redFlag)
                    .orElse(answer);
        }
        return answer.equals(DiaryQuestion.UNKNOWN)
                ? words.of("after.unknown")
                : words.of("after.answer." + question.id() + "." + answer);
    }

    /// An answer as it stands: in the person's own words where they wrote some, beside the sign that they
    /// tapped with them.
    public static String given(DiaryEntry.Given given, Words words, Triage triage) {
        String own = given.words().isEmpty() ? "" : "“" + given.words() + "”";
        if (!own.isEmpty() && !given.answer().startsWith(DiaryQuestion.SIGN)) {
            return own;
        }
        return (answer(given.question(), given.answer(), words, triage) + " " + own).strip();
    }
}
