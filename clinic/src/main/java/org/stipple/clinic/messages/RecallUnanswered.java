package org.stipple.clinic.messages;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.RecordClass;

/// Who is to know of a recall knows of it before the record of it goes.
@Component
class RecallUnanswered implements AgainstErasing {

    private final MessageStore store;

    RecallUnanswered(MessageStore store) {
        this.store = store;
    }

    @Override
    public Set<RecordClass> keeps() {
        return Set.of(RecordClass.TREATMENT, RecordClass.MESSAGES);
    }

    @Override
    public List<String> of(PatientId patient) {
        return store.of(patient).stream()
                        .anyMatch(message -> message.cause() == Message.Cause.RECALL
                                && !message.standing().isDone())
                ? List.of("The person was written to about a recall and has not answered: reach them first.")
                : List.of();
    }
}
