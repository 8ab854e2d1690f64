package org.stipple.clinic.meaning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stipple.clinic.aftercare.AnswerWords;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.aftercare.Sign;
import org.stipple.clinic.aftercare.Triage;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;

/// What is said of which answer. There are three sentences: it is a sign, somebody looks at it, it is more than
/// is usual on that day. There is none that says less: an answer of which nothing can be said is passed over,
/// and the page says what that means. Which answers are more than usual is the knowledge base's curve of
/// redness and swelling (healing.yaml); it has none for pain, fluid or fever, so that of those nothing is
/// compared.
final class Meaning {

    /// Of the knowledge base: redness and swelling.
    private static final String REDNESS_AND_SWELLING = "redness";

    private static final Set<String> NO_SIGN_BY_ITSELF = Set.of(Sign.NOT_KNOWN, Sign.OWN_WORDS);

    private final Triage triage;
    private final int usualUntilDay;

    Meaning(Knowledge knowledge) {
        triage = new Triage(knowledge);
        usualUntilDay = knowledge.healing().stream()
                .filter(one -> one.id().equals(REDNESS_AND_SWELLING))
                .mapToInt(one -> one.toDay())
                .max()
                .orElseThrow(() -> new IllegalStateException("the knowledge base expects no redness"));
    }

    /// What can be said.
    enum Kind {
        /// It is a sign, and the clinic was told.
        SIGN("sign"),
        /// The clinic was told because nobody else can judge it.
        LOOKED("looked"),
        /// It is more than is usual.
        MORE("more");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String key() {
            return "meaning.line." + id;
        }
    }

    /// @param day on which it was answered, counted from the session
    record Line(DiaryEntry.Given given, Kind kind, int day) {}

    /// Of the answers that stand, in their order.
    ///
    /// @param began the session
    /// @param zone the clinic's place
    /// @param raised the signs of which the clinic was told in this entry: nobody reads that it was told what
    ///   it was not
    List<Line> of(DiaryEntry entry, Instant began, ZoneId zone, Set<String> raised) {
        return entry.standing().values().stream()
                .flatMap(given -> line(given, began, zone, raised).stream())
                .toList();
    }

    private Optional<Line> line(DiaryEntry.Given given, Instant began, ZoneId zone, Set<String> raised) {
        long hours = Duration.between(began, given.at()).toHours();
        int day = Math.toIntExact(
                ChronoUnit.DAYS.between(LocalDate.ofInstant(began, zone), LocalDate.ofInstant(given.at(), zone)));
        List<String> signs = triage.of(given.question(), given.answer(), hours).stream()
                .map(Sign::id)
                .filter(raised::contains)
                .toList();
        if (!signs.isEmpty()) {
            return Optional.of(new Line(given, NO_SIGN_BY_ITSELF.containsAll(signs) ? Kind.LOOKED : Kind.SIGN, day));
        }
        return isMore(given.question(), given.answer(), day)
                ? Optional.of(new Line(given, Kind.MORE, day))
                : Optional.empty();
    }

    private boolean isMore(DiaryQuestion question, String answer, int day) {
        return switch (question) {
            case REDNESS ->
                day > usualUntilDay && Set.of("less", "same", "more").contains(answer);
            case SWELLING -> day > usualUntilDay && Set.of("little", "much").contains(answer);
            case PAIN, WEEPING, FEVER, OTHER -> false;
        };
    }

    String sentence(Line line, Words words) {
        return words.of(
                line.kind().key(),
                AnswerWords.question(line.given().question(), words),
                line.given().words().isEmpty()
                        ? AnswerWords.answer(
                                line.given().question(), line.given().answer(), words, triage)
                        : line.given().words(),
                line.day());
    }
}
