package org.stipple.clinic.planning;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.ZoneId;

/// The newest answers of a person in words, to be read out again before the needle: nobody can say that nothing
/// has changed without seeing what was said.
@Component
public class AnsweredBefore {

    /// What the clinic knows without asking.
    private static final Set<Fact> KNOWN = EnumSet.of(Fact.AGE, Fact.SEX, Fact.FITZPATRICK);

    private final Intakes intakes;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    AnsweredBefore(Intakes intakes, Knowledge knowledge, ClinicClock clock) {
        this.intakes = intakes;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// A question and what was said to it.
    ///
    /// @param plain whether it was a plain no, which is what most of them are
    public record Line(String question, String answer, boolean plain) {}

    /// All that was asked: first what was answered with anything but no, then what nobody knows, then the rest.
    public List<Line> of(Patient person) {
        return intakes.latest(person.id())
                .map(latest -> PatientFacts.read(Field.root(latest.request()), clock.today()))
                .map(facts -> knowledge.questions().stream()
                        .filter(question -> !KNOWN.contains(question.fact()))
                        .map(question -> line(question.wording(), facts.answer(question.fact())))
                        .sorted(Comparator.comparing(Line::plain))
                        .toList())
                .orElse(List.of());
    }

    private static Line line(String question, Optional<Answer> answer) {
        return new Line(question, answer.map(AnsweredBefore::words).orElse("not answered"), isNo(answer));
    }

    private static boolean isNo(Optional<Answer> answer) {
        return answer.filter(one -> switch (one) {
                    case Answer.Flag(boolean value) -> !value;
                    case Answer.InZones(Set<ZoneId> zones) -> zones.isEmpty();
                    case Answer.Never _ -> true;
                    case Answer.Word(String value) -> value.equals("none");
                    case Answer.Day _, Answer.Whole _, Answer.Deep _ -> false;
                })
                .isPresent();
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case Answer.Flag(boolean value) -> value ? "yes" : "no";
            case Answer.InZones(Set<ZoneId> zones) ->
                zones.isEmpty()
                        ? "no"
                        : zones.stream().map(ZoneId::words).sorted().collect(Collectors.joining(", "));
            case Answer.Day(var date) -> Days.full(date);
            case Answer.Never _ -> "never";
            case Answer.Word(String value) -> value.replace('-', ' ');
            case Answer.Whole(int value) -> String.valueOf(value);
            case Answer.Deep(var depth) -> depth.toString();
        };
    }
}
