package org.stipple.clinic.asking.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Answer;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Question;
import org.stipple.quantities.Indication;
import org.stipple.quantities.ZoneId;

/// What the knowledge says to patients, in their language.
@Component
class PatientWords {

    /// What every finding of the knowledge adds where there is nobody to sign.
    private static final String INSTEAD = " Please see a clinician instead of needling at home.";

    private final Knowledge knowledge;

    PatientWords(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// A question, as it is asked.
    String question(Words words, Question question) {
        return KnowledgeWords.in(words).question(question);
    }

    /// As [#question(Words, Question)].
    String question(Words words, Fact fact) {
        return knowledge.questions().stream()
                .filter(question -> question.fact() == fact)
                .findFirst()
                .map(question -> question(words, question))
                .orElse(fact.path());
    }

    /// Why something was found, for the patient.
    String reason(Words words, Finding finding) {
        String said = finding.patientReason();
        boolean instead = said.endsWith(INSTEAD);
        String alone = instead ? said.substring(0, said.length() - INSTEAD.length()) : said;
        String reason = KnowledgeWords.in(words).finding(finding.rule(), alone);
        return instead ? reason + " " + words.of("selfcheck.instead-of-home") : reason;
    }

    /// `left cheek`.
    static String zone(Words words, ZoneId zone) {
        return words.of("zone." + zone.id());
    }

    /// `left cheek, nose`.
    static String zones(Words words, List<ZoneId> zones) {
        return zones.stream().map(zone -> zone(words, zone)).collect(Collectors.joining(", "));
    }

    /// `acne scars`.
    static String indication(Words words, Indication indication) {
        return words.of("intake.indication." + indication.id());
    }

    /// What somebody chose at a question, in words.
    static String choice(Words words, Fact fact, String value) {
        return fact.shape() == Fact.Shape.WORD && !value.equals("unknown") && !value.equals("same")
                ? words.of("intake.word." + value)
                : words.of("intake.answer." + value);
    }

    /// An earlier answer, in words.
    static String answer(Words words, Answer answer) {
        return switch (answer) {
            case Answer.Flag(boolean value) -> words.of("intake.answer." + value);
            case Answer.InZones(var zones) ->
                zones.isEmpty() || zones.size() == ZoneId.values().length
                        ? words.of("intake.answer." + !zones.isEmpty())
                        : zones(words, zones.stream().sorted().toList());
            case Answer.Day(LocalDate date) -> words.day(date);
            case Answer.Never _ -> words.of("intake.answer.never");
            case Answer.Word(String value) -> words.of("intake.word." + value);
            case Answer.Whole(int value) -> String.valueOf(value);
            case Answer.Deep(var depth) -> depth.toString();
        };
    }
}
