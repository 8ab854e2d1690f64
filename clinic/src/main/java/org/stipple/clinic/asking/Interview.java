package org.stipple.clinic.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stipple.clinic.planning.AskAgainToday;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Question;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.UnusableInput;
import org.stipple.quantities.Sex;

/// The questions that are asked of one person, and what they have answered so far. Who answered before is asked
/// only what can have changed since. The page that decides most comes next, by the knowledge's own order. Pure.
///
/// @param base the request file over which the answers are put: with age, sex and device, and nothing else
///   where nobody answered before
/// @param pages in the order in which they are asked when nothing decides
/// @param known questions of which the earlier answer is shown beside them
/// @param answered by page, in the order in which they were answered
/// @param overtaken pages that were answered beside something that the record says otherwise by now; what was
///   told on them counts no more
/// @param record the number of the answers beside which it is asked; 0 where there are none
public record Interview(
        Document.Mapping base,
        List<Page> pages,
        Set<Fact> known,
        Map<Sheet, Told> answered,
        Set<Sheet> overtaken,
        int record,
        LocalDate today) {

    /// One page with its questions.
    public record Page(Sheet sheet, List<Question> questions) {
        public Page {
            questions = List.copyOf(questions);
        }

        /// What it asks.
        public List<Fact> facts() {
            return questions.stream().map(Question::fact).toList();
        }

        /// Whether each of its questions has an answer.
        boolean isAnswered(Told told) {
            return facts().stream().noneMatch(fact -> told.answer(fact).isEmpty());
        }
    }

    public Interview {
        pages = List.copyOf(pages);
        known = Set.copyOf(known);
        answered = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answered));
        overtaken = Set.copyOf(overtaken);
    }

    /// This with what was answered on its pages.
    ///
    /// @param stale pages whose answers count no more
    Interview with(Map<Sheet, Told> told, Set<Sheet> stale, int number) {
        return new Interview(base, pages, known, told, stale, number, today);
    }

    /// Of somebody who was never asked.
    ///
    /// @param base with age, sex and device
    public static Interview first(
            Knowledge knowledge, Document.Mapping base, Sex sex, Map<Sheet, Told> answered, LocalDate today) {
        return new Interview(base, pages(asked(knowledge, sex), true), Set.of(), answered, Set.of(), 0, today);
    }

    /// Of somebody who answered before.
    ///
    /// @param before the newest answers, with age, sex and device as they are now
    public static Interview again(
            Knowledge knowledge, Document.Mapping before, Sex sex, Map<Sheet, Told> answered, LocalDate today) {
        var facts = PatientFacts.read(Field.root(before), today);
        var ask = AskAgainToday.of(asked(knowledge, sex), facts, _ -> true);
        var pages = new ArrayList<>(pages(ask.oneByOne(), facts.skinType().isEmpty()));
        pages.removeIf(page -> page.sheet() == Sheet.WANTED);
        if (!ask.together().isEmpty()) {
            pages.add(new Page(Sheet.NEW, ask.together()));
        }
        Set<Fact> known = Arrays.stream(Fact.values())
                .filter(fact -> facts.answer(fact).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        return new Interview(before, pages, known, answered, Set.of(), 0, today);
    }

    /// What a patient can answer: age and sex are written down, details and what is planned are the
    /// practitioner's.
    private static List<Question> asked(Knowledge knowledge, Sex sex) {
        return knowledge.questions().stream()
                .filter(question -> isAskedOf(question.fact(), sex))
                .toList();
    }

    private static boolean isAskedOf(Fact fact, Sex sex) {
        boolean needless = sex == Sex.MALE && Sheet.PREGNANCY.facts().contains(fact);
        return !needless
                && !Sheet.PLANNED.facts().contains(fact)
                && sheetOf(fact).isPresent();
    }

    /// The page on which a question stands; empty for age, sex, skin type and details.
    static Optional<Sheet> sheetOf(Fact fact) {
        return Arrays.stream(Sheet.values())
                .filter(sheet -> sheet.facts().contains(fact))
                .findFirst();
    }

    private static List<Page> pages(List<Question> asked, boolean sun) {
        var pages = new ArrayList<Page>();
        for (Sheet sheet : Sheet.values()) {
            var questions = asked.stream()
                    .filter(question -> sheet.facts().contains(question.fact()))
                    .toList();
            if (sheet == Sheet.WANTED || sheet == Sheet.SUN && sun || !questions.isEmpty()) {
                pages.add(new Page(sheet, questions));
            }
        }
        return pages;
    }

    /// @return empty when it is not asked of this person
    public Optional<Page> page(Sheet sheet) {
        return pages.stream().filter(page -> page.sheet() == sheet).findFirst();
    }

    /// Those without an answer.
    public List<Page> open() {
        return pages.stream()
                .filter(page -> !answered.containsKey(page.sheet()))
                .toList();
    }

    /// The page that is asked next: what is wanted first, then whatever decides most.
    ///
    /// @return empty when all are answered
    public Optional<Page> next(Knowledge knowledge) {
        var open = open();
        if (open.isEmpty() || open.getFirst().sheet() == Sheet.WANTED) {
            return open.stream().findFirst();
        }
        List<Fact> ask = decisive(knowledge);
        return open.stream().min(Comparator.comparingInt(page -> rank(ask, page)));
    }

    /// The page that was answered before this one, for whoever wants to go back.
    public Optional<Page> before(Sheet sheet) {
        var order = new ArrayList<>(answered.keySet());
        int here = order.indexOf(sheet);
        int back = here < 0 ? order.size() - 1 : here - 1;
        return back < 0 ? Optional.empty() : page(order.get(back));
    }

    private static int rank(List<Fact> ask, Page page) {
        if (page.sheet() == Sheet.SUN) {
            return ask.contains(Fact.FITZPATRICK) ? ask.indexOf(Fact.FITZPATRICK) : ask.size();
        }
        return page.facts().stream()
                .filter(ask::contains)
                .mapToInt(ask::indexOf)
                .min()
                .orElse(ask.size());
    }

    /// The facts that can still change the verdict, most decisive first. What was answered on an earlier day
    /// and is asked again counts as open.
    private List<Fact> decisive(Knowledge knowledge) {
        var request = base;
        for (Page page : pages) {
            for (Fact fact : page.facts()) {
                request = request.withPath("facts." + fact.path(), Document.UNKNOWN);
            }
        }
        try {
            return knowledge
                    .screen(PatientFacts.read(Field.root(all().over(request, base, today)), today), today)
                    .ask();
        } catch (UnusableInput nothingWantedYet) {
            return List.of();
        }
    }

    /// Everything that was told, page by page.
    public Told all() {
        var all = Told.NOTHING;
        for (Told told : answered.values()) {
            all = all.with(told);
        }
        return all;
    }

    /// The request file with everything that was told.
    ///
    /// @param newest the answers that stand now, over which these are put
    Document.Mapping request(Document.Mapping newest) {
        return all().over(newest, base, today);
    }

    /// What somebody must hear from a person before a date is kept: a refusal or a wait, whoever may set it
    /// aside.
    static boolean callsFirst(Screening screening) {
        return switch (screening.verdict()) {
            case REFUSE, DEFER -> true;
            case UNKNOWN, SIGN_OFF, CAUTION, PROCEED -> false;
        };
    }
}
