package org.stipple.clinic.planning;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.protocol.document.Document;

/// Planning otherwise: the newest answers with other wishes are saved as a revision of their own, screened and
/// planned. What was drafted or signed before stays as it is.
@Component
public class Replanning {

    private final Intakes intakes;
    private final Screenings screenings;
    private final Courses courses;

    Replanning(Intakes intakes, Screenings screenings, Courses courses) {
        this.intakes = intakes;
        this.screenings = screenings;
        this.courses = courses;
    }

    /// @param id of the new draft
    /// @param onTopOf number of the revision that was shown
    /// @param goal the wishes, as in a request file; nothing in it wishes nothing
    /// @param deepest the practitioner's own limit, as in a request file; unknown for none
    /// @throws NotYet without answers
    /// @throws NothingToPlan where no zone can be planned with them; nothing was changed
    /// @throws org.stipple.clinic.patient.ChangedMeanwhile when there are newer ones
    /// @throws org.stipple.protocol.document.UnusableInput with the path of what does not fit; nothing was
    ///   changed
    @Transactional
    public DraftCourse anew(UUID id, PatientId patient, int onTopOf, Document.Mapping goal, Document deepest) {
        var latest = intakes.latest(patient).orElseThrow(NotYet::intake).request();
        var request = latest instanceof Document.Mapping mapping ? mapping : Document.mapping();
        request = request.withPath("goal", goal.fields().isEmpty() ? Document.UNKNOWN : goal);
        request = deepest instanceof Document.Unknown
                ? request.withPath("limits", Document.UNKNOWN)
                : request.withPath("limits.depthMm", deepest);
        intakes.save(patient, onTopOf, request);
        screenings.screen(patient);
        return courses.draft(id, patient);
    }
}
