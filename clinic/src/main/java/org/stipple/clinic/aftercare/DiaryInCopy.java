package org.stipple.clinic.aftercare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;

/// What somebody wrote after their sessions, in their copy.
@Component
class DiaryInCopy implements PartOfCopy {

    private final DiaryStore store;
    private final Sessions sessions;
    private final Triage triage;

    DiaryInCopy(DiaryStore store, Sessions sessions, Knowledge knowledge) {
        this.store = store;
        this.sessions = sessions;
        this.triage = new Triage(knowledge);
    }

    @Override
    public String folder() {
        return "diary";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var lines = new ArrayList<Line>();
        for (Session session : sessions.of(person.id())) {
            for (DiaryEntry entry : store.of(person.id(), session.id())) {
                var items = new ArrayList<Document>();
                lines.add(line(parcel.words(), entry));
                entry.standing()
                        .forEach((question, given) -> items.add(Document.mapping()
                                .with("linkId", Document.of(question.id()))
                                .with(
                                        "answer",
                                        Document.listing(java.util.List.of(Document.mapping()
                                                .with(
                                                        "valueString",
                                                        Document.of(
                                                                given.words().isEmpty()
                                                                        ? given.answer()
                                                                        : given.words())))))));
                parcel.resource(Resource.of("QuestionnaireResponse", entry.id())
                        .with("status", entry.next().isPresent() ? "in-progress" : "completed")
                        .with(
                                "subject",
                                Resource.reference("Patient", person.id().value()))
                        .with("authored", entry.begunAt())
                        .with(
                                "partOf",
                                Document.listing(java.util.List.of(Resource.reference("Procedure", session.id()))))
                        .with("item", Document.listing(items)));
            }
        }
        parcel.tell(new Told(80, parcel.words().of("copy.diary"), lines));
    }

    private Line line(Words words, DiaryEntry entry) {
        return Line.on(
                words,
                LocalDate.ofInstant(entry.begunAt(), Acting.current().zone()),
                entry.standing().values().stream()
                        .map(given -> words.of("after.ask." + given.question().id()) + " " + answer(words, given))
                        .collect(Collectors.joining(" ")));
    }

    private String answer(Words words, DiaryEntry.Given given) {
        if (!given.words().isEmpty()) {
            return "“" + given.words() + "”";
        }
        String answer = given.answer();
        if (answer.startsWith(DiaryQuestion.SIGN)) {
            return triage.find(answer.substring(DiaryQuestion.SIGN.length()))
                            .map(KnowledgeWords.in(words)::redFlag)
                            .orElse(answer)
                    + ".";
        }
        return (answer.equals(DiaryQuestion.UNKNOWN)
                        ? words.of("after.unknown")
                        : words.of("after.answer." + given.question().id() + "." + answer))
                + ".";
    }
}
