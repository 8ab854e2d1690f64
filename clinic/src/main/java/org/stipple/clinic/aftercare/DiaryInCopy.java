package org.stipple.clinic.aftercare;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.protocol.document.Document;

/// What somebody wrote after their sessions, in their copy.
@Component
class DiaryInCopy implements PartOfCopy {

    private final DiaryStore store;
    private final Sessions sessions;

    DiaryInCopy(DiaryStore store, Sessions sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public String folder() {
        return "diary";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        for (Session session : sessions.of(person.id())) {
            for (DiaryEntry entry : store.of(person.id(), session.id())) {
                var items = new ArrayList<Document>();
                entry.standing()
                        .forEach((question, given) -> items.add(Document.mapping()
                                .with("linkId", Document.of(question.id()))
                                .with("answer", Document.listing(answers(given)))));
                parcel.resource(Resource.of("QuestionnaireResponse", entry.id())
                        .with("status", entry.next().isPresent() ? "in-progress" : "completed")
                        .with(
                                "subject",
                                Resource.reference("Patient", person.id().value()))
                        .with("authored", entry.begunAt())
                        .with("partOf", Document.listing(List.of(Resource.reference("Procedure", session.id()))))
                        .with("item", Document.listing(items)));
            }
        }
    }

    /// A sign that was tapped beside words stands beside them.
    private static List<Document> answers(DiaryEntry.Given given) {
        boolean own = !given.words().isEmpty();
        var answers = new ArrayList<Document>();
        if (!own || given.answer().startsWith(DiaryQuestion.SIGN)) {
            answers.add(Document.mapping().with("valueString", Document.of(given.answer())));
        }
        if (own) {
            answers.add(Document.mapping().with("valueString", Document.of(given.words())));
        }
        return answers;
    }
}
