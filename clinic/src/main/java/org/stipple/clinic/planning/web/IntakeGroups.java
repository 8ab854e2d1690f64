package org.stipple.clinic.planning.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.planning.web.PlanningViews.Asked;
import org.stipple.clinic.planning.web.PlanningViews.Day;
import org.stipple.clinic.planning.web.PlanningViews.Group;
import org.stipple.clinic.planning.web.PlanningViews.More;
import org.stipple.clinic.planning.web.PlanningViews.Option;
import org.stipple.clinic.planning.web.PlanningViews.There;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Question;
import org.stipple.quantities.Sex;
import org.stipple.quantities.ZoneId;

/// The questions of the intake in their groups. The group with the most decisive open question comes first,
/// and so does that question in its group; what belongs together, such as the parts of one fact, stays
/// together. The order is made when the page is, and holds while it is answered: rows that move under a
/// finger are answered wrongly.
@Component
class IntakeGroups {

    private final Knowledge knowledge;

    IntakeGroups(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// @param ask the open questions that can still change the verdict, most decisive first
    List<Group> of(Patient person, IntakeForm form, Map<String, String> problems, List<Fact> ask) {
        List<Question> asked = knowledge.questions().stream()
                .filter(question -> isAskedOf(person, question.fact()))
                .toList();
        Comparator<Fact> decisive = Comparator.comparingInt(fact -> rank(ask, fact));
        return Arrays.stream(QuestionGroup.values())
                .map(group -> asked.stream()
                        .filter(question -> QuestionGroup.of(question.fact()) == group)
                        .sorted(Comparator.comparing(Question::fact, decisive))
                        .toList())
                .filter(questions -> !questions.isEmpty())
                .sorted(Comparator.comparing(questions -> questions.getFirst().fact(), decisive))
                .map(questions -> group(questions, form, problems))
                .toList();
    }

    /// The place of the most decisive open part of the fact; behind all others where none is open.
    private static int rank(List<Fact> ask, Fact fact) {
        return ask.stream()
                .filter(open -> whole(open).equals(whole(fact)))
                .mapToInt(ask::indexOf)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static String whole(Fact fact) {
        return fact.path().replaceAll("\\..*", "");
    }

    /// Pregnancy and breastfeeding are not asked of whoever is recorded as unable to be pregnant.
    static boolean isAskedOf(Patient person, Fact fact) {
        boolean needless = person.details().sex() == Sex.MALE && (fact == Fact.PREGNANT || fact == Fact.BREASTFEEDING);
        return !fact.standsAtTop() && !IntakeForm.isDetail(fact) && !needless;
    }

    private Group group(List<Question> questions, IntakeForm form, Map<String, String> problems) {
        QuestionGroup group = QuestionGroup.of(questions.getFirst().fact());
        return new Group(
                group.name().toLowerCase(Locale.ROOT),
                group.title(),
                questions.stream()
                        .map(question -> asked(question, form, problems))
                        .toList());
    }

    /// One question with its answers.
    Asked asked(Question question, IntakeForm form, Map<String, String> problems) {
        Fact fact = question.fact();
        String answer = form.answer(fact);
        return new Asked(
                fact.path(),
                question.wording(),
                options(fact).stream()
                        .map(option -> new Option(
                                option.value(), option.words(), option.value().equals(answer)))
                        .toList(),
                fact.shape() == Fact.Shape.DAY ? Optional.of(day(form.day(fact))) : Optional.empty(),
                fact.isAboutZones() ? Optional.of(there(fact, form)) : Optional.empty(),
                fact == Fact.PREVIOUS_NEEDLING ? Optional.of(more(form, problems)) : Optional.empty(),
                !answer.isEmpty(),
                Stream.of("fact:", "day:", "zones:")
                        .map(kind -> problems.getOrDefault(kind + fact.path(), ""))
                        .filter(words -> !words.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    /// What was entered and is no date is shown as it is, which a browser does in a field of text alone.
    private static Day day(String entered) {
        return new Day(entered, entered.matches("(\\d{4}-\\d{2}-\\d{2})?") ? "date" : "text");
    }

    private static List<Option> options(Fact fact) {
        var options = new ArrayList<Option>();
        switch (fact.shape()) {
            case FLAG, ZONES -> {
                options.add(new Option("true", "Yes", false));
                options.add(new Option("false", "No", false));
            }
            case DAY -> {
                options.add(new Option("never", "Never", false));
                options.add(new Option("date", "Last on", false));
            }
            case WORD -> fact.words().forEach(word -> options.add(new Option(word, word.replace('-', ' '), false)));
            case WHOLE, DEPTH -> {}
        }
        options.add(new Option("unknown", "I don’t know", false));
        return options;
    }

    private static There there(Fact fact, IntakeForm form) {
        String before = form.before(fact);
        return new There(
                fact.shape() == Fact.Shape.ZONES,
                fact.shape() == Fact.Shape.ZONES ? zones(form, fact) : List.of(),
                form.text("about:" + fact.path()),
                before,
                options(fact).stream()
                        .filter(option -> option.value().equals(before))
                        .map(Option::words)
                        .findFirst()
                        .orElse(""));
    }

    private More more(IntakeForm form, Map<String, String> problems) {
        var fields = Stream.of(Fact.PREVIOUS_NEEDLING_DEPTH, Fact.PREVIOUS_NEEDLING_SESSIONS)
                .map(fact -> IntakeWanted.number(
                        "fact:" + fact.path(),
                        wording(fact),
                        fact == Fact.PREVIOUS_NEEDLING_DEPTH ? "mm" : "",
                        "",
                        form,
                        problems))
                .toList();
        var zones = Fact.PREVIOUS_NEEDLING_ZONES;
        return new More(
                fields,
                wording(zones),
                zones.path(),
                zones(form, zones),
                !form.only(zones).isEmpty()
                        || fields.stream()
                                .anyMatch(field -> !field.value().isEmpty()
                                        || !field.error().isEmpty()));
    }

    private String wording(Fact fact) {
        return knowledge.questions().stream()
                .filter(question -> question.fact() == fact)
                .map(Question::wording)
                .findFirst()
                .orElse(fact.path());
    }

    /// The zones wanted, and those that an answer names already.
    private static List<Option> zones(IntakeForm form, Fact fact) {
        List<String> named = form.only(fact);
        return Arrays.stream(ZoneId.values())
                .filter(zone -> form.zones().contains(zone) || named.contains(zone.id()))
                .map(zone -> new Option(zone.id(), zone.words(), named.contains(zone.id())))
                .toList();
    }
}
