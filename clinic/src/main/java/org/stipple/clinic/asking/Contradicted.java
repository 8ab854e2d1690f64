package org.stipple.clinic.asking;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Screening;
import org.stipple.protocol.document.Document;

/// A question to which the person answered by their link otherwise than was recorded after the link was given.
/// A clinician settles it; until then the graver answer counts.
///
/// @param recorded as it stood in the record; empty where it was not known
/// @param said by the link; empty for “I don’t know”
/// @param recordCounts whether the record was left as it stood, as the graver one
public record Contradicted(Fact fact, Optional<Answer> recorded, Optional<Answer> said, boolean recordCounts) {

    /// The request file in which, of each question that is answered otherwise, the graver answer stands.
    ///
    /// @param told the request file with what was told
    /// @param recorded the request file as it stood
    /// @param facts that are answered otherwise than was recorded since
    /// @param screen what a request file gives today
    static Document.Mapping graver(
            Document.Mapping told,
            Document.Mapping recorded,
            List<Fact> facts,
            Function<Document.Mapping, Screening> screen) {
        var graver = told;
        for (Fact fact : facts) {
            String path = place(fact);
            var kept = graver.withPath(path, Told.at(recorded, path));
            if (!isAtLeastAsGrave(screen.apply(graver), screen.apply(kept))) {
                graver = kept;
            }
        }
        return graver;
    }

    /// Where the answer stands; the details of earlier needling go with its day.
    private static String place(Fact fact) {
        return fact == Fact.PREVIOUS_NEEDLING ? "facts.previous-needling" : "facts." + fact.path();
    }

    /// Whether everything that one screening says against treatment is said by the other too. A verdict alone
    /// does not tell: one refusal hides another.
    static boolean isAtLeastAsGrave(Screening one, Screening other) {
        return one.verdict().compareTo(other.verdict()) < 0
                || one.verdict() == other.verdict()
                        && other.findings().stream()
                                .allMatch(finding -> one.findings().stream().anyMatch(each -> covers(each, finding)));
    }

    private static boolean covers(Finding one, Finding other) {
        return one.rule().equals(other.rule())
                && one.kind().compareTo(other.kind()) <= 0
                && one.zones().containsAll(other.zones())
                && !endsEarlier(one, other);
    }

    private static boolean endsEarlier(Finding one, Finding other) {
        return one.until()
                .filter(until -> other.isOpenEnded()
                        || other.until().filter(until::isBefore).isPresent())
                .isPresent();
    }

    /// Those that the record, as it came of the answers, does not say as they were said, or that were said
    /// otherwise than recorded.
    ///
    /// @param facts that the record says otherwise than when the link was given
    /// @param recorded before the answers came
    /// @param said the record with everything that was told
    /// @param now as it came of them
    static List<Contradicted> of(List<Fact> facts, PatientFacts recorded, PatientFacts said, PatientFacts now) {
        return facts.stream()
                .filter(fact -> !recorded.answer(fact).equals(said.answer(fact)))
                .map(fact -> new Contradicted(
                        fact,
                        recorded.answer(fact),
                        said.answer(fact),
                        now.answer(fact).equals(recorded.answer(fact))))
                .toList();
    }
}
