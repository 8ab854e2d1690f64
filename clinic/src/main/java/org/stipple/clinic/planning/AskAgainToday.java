package org.stipple.clinic.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stipple.protocol.Answer;
import org.stipple.protocol.AskAgain;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Question;

/// What is asked again before a session, of what was answered on an earlier day: only what can have changed
/// since.
///
/// @param oneByOne asked each by itself: a single day can change it, or nobody ever answered it
/// @param together read out in one question for what is new
/// @param settled a yes that lasts for life; not asked
public record AskAgainToday(List<Question> oneByOne, List<Question> together, List<Question> settled) {

    public AskAgainToday {
        oneByOne = List.copyOf(oneByOne);
        together = List.copyOf(together);
        settled = List.copyOf(settled);
    }

    /// @param answered what was answered before
    /// @param holds whether an answer still counts for all the zones wanted today
    public static AskAgainToday of(List<Question> asked, PatientFacts answered, Predicate<Question> holds) {
        var oneByOne = new ArrayList<Question>();
        var together = new ArrayList<Question>();
        var settled = new ArrayList<Question>();
        for (Question question : asked) {
            Optional<Answer> answer = answered.answer(question.fact()).filter(_ -> holds.test(question));
            if (question.lasting() && answer.filter(AskAgainToday::isYes).isPresent()) {
                settled.add(question);
            } else if (question.again() == AskAgain.WITH_WHAT_IS_NEW && answer.isPresent()) {
                together.add(question);
            } else {
                oneByOne.add(question);
            }
        }
        return new AskAgainToday(oneByOne, together, settled);
    }

    private static boolean isYes(Answer answer) {
        return switch (answer) {
            case Answer.Flag(boolean value) -> value;
            // In some of the zones is no yes for the others.
            case Answer.InZones _, Answer.Day _, Answer.Never _, Answer.Word _, Answer.Whole _, Answer.Deep _ -> false;
        };
    }
}
