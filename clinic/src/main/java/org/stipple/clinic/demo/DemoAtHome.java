package org.stipple.clinic.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.invitation.OwnDoor;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.protocol.Operator;

/// What people of the demo do on their own phones: a link of each errand that is open, and two diaries with a
/// concern, of which somebody has taken one on.
@Component
class DemoAtHome {

    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final Invitations invitations;
    private final OwnIntakes questions;
    private final Sessions sessions;
    private final Diary diary;
    private final Concerns concerns;
    private final HomePhotos photos;
    private final Ids ids;

    DemoAtHome(
            Invitations invitations,
            OwnIntakes questions,
            Sessions sessions,
            Diary diary,
            Concerns concerns,
            HomePhotos photos,
            Ids ids) {
        this.invitations = invitations;
        this.questions = questions;
        this.sessions = sessions;
        this.diary = diary;
        this.concerns = concerns;
        this.photos = photos;
        this.ids = ids;
    }

    void isAsked(PatientId person) {
        questions.ask(person, "skinpen-precision", Operator.PHYSICIAN, Optional.empty());
    }

    /// @param course that is agreed to
    void isToAgree(PatientId person, UUID course) {
        invitations.invite(person, Errand.CONSENT, course, TWO_WEEKS);
    }

    /// After the newest session of this person.
    void mayWrite(PatientId person) {
        invitations.invite(person, Errand.AFTER, sessions.of(person).getFirst().id(), A_YEAR);
    }

    /// Answers the questions in their order, as whoever holds the link.
    ///
    /// @param photo that comes with it
    void writes(PatientId person, List<String> answers, Optional<byte[]> photo) {
        UUID session = sessions.of(person).getFirst().id();
        UUID entry = ids.next();
        Acting.doing(whoeverHoldsTheLink(), () -> {
            for (DiaryQuestion question : DiaryQuestion.values()) {
                diary.answer(person, session, entry, question, answers.get(question.ordinal()), "");
            }
            photo.ifPresent(file -> photos.keep(ids.next(), person, entry, file));
        });
    }

    private static Actor whoeverHoldsTheLink() {
        return Acting.current().colleague(new AccountId(new UUID(0, 3)), OwnDoor.NAME, Set.of());
    }

    /// Somebody of the staff answers.
    void isTakenOn(PatientId person) {
        concerns.of(person).stream()
                .findFirst()
                .ifPresent(concern -> concerns.take(person, Map.of(concern.id(), concern.told())));
    }
}
