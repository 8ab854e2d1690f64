package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stipple.clinic.planning.AskAgainToday;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Question;

/// The answers of an earlier day with what was said today put over them. Nothing is carried over in silence: each
/// question that is asked has an answer of today, be it "as before", or the form is not whole.
///
/// @param answers what is known with what was said today
/// @param missing questions without an answer of today, by the name of their field
/// @param newsMissing whether nobody said if something is new
/// @param opened whether something is new, so that what is usually read out together is asked one by one
record RecheckForm(IntakeForm answers, Map<String, String> missing, boolean newsMissing, boolean opened) {

    /// The answer that leaves everything as it was.
    static final String SAME = "same";

    /// The field of the question for what is new.
    static final String NEWS = "news";

    private static final String SOMETHING = "some";

    /// @param before the answers of the earlier day
    /// @param sent what was said today
    static RecheckForm of(IntakeForm before, AskAgainToday ask, IntakeForm sent) {
        String news = sent.text(NEWS);
        boolean opened = news.equals(SOMETHING);
        var questions = new ArrayList<>(ask.oneByOne());
        if (opened) {
            questions.addAll(ask.together());
        }
        var answers = before;
        var missing = new LinkedHashMap<String, String>();
        for (Question question : questions) {
            Fact fact = question.fact();
            String said = sent.answer(fact);
            if (said.isEmpty()) {
                missing.put("fact:" + fact.path(), "Ask this one too.");
            } else if (!said.equals(SAME) || !isKnown(before, fact)) {
                answers = answers.withAnswer(fact, sent);
            }
        }
        return new RecheckForm(
                answers, missing, news.isEmpty() && !ask.together().isEmpty(), opened);
    }

    /// Whether there is an answer of before that can still be one.
    static boolean isKnown(IntakeForm before, Fact fact) {
        String answer = before.answer(fact);
        return !answer.isEmpty() && !answer.equals("unknown") && before.holds(fact);
    }

    /// Nothing was said yet.
    static RecheckForm untouched(IntakeForm before) {
        return new RecheckForm(before, Map.of(), false, false);
    }

    /// Whether every question that was asked has an answer.
    boolean isWhole() {
        return missing.isEmpty() && !newsMissing;
    }

    /// The choices for what is new.
    static List<PlanningViews.Option> news(String chosen) {
        return List.of(
                new PlanningViews.Option("none", "Nothing of this is new", chosen.equals("none")),
                new PlanningViews.Option(SOMETHING, "Something is new", chosen.equals(SOMETHING)));
    }
}
