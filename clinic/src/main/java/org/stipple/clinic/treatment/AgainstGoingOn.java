package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.planning.CourseRecord.AwaitingSecond;
import org.stipple.clinic.planning.CourseRecord.DraftCourse;
import org.stipple.clinic.planning.CourseRecord.SignedCourse;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.web.Days;

/// What arose against a session after it began: newer answers, a corrected birth date or sex, a recalled lot, a
/// handpiece out of service, something on the needled skin that may not be there. The judgement is that of the
/// [Gate], without what was charted in the session itself; nothing stood when it began, so what stands now
/// arose since. It never stops the record of what was done: what is charted after it says so.
@Component
public class AgainstGoingOn {

    private final Courses courses;
    private final Screenings screenings;
    private final Stock stock;
    private final Handpieces handpieces;
    private final ClinicClock clock;

    AgainstGoingOn(Courses courses, Screenings screenings, Stock stock, Handpieces handpieces, ClinicClock clock) {
        this.courses = courses;
        this.screenings = screenings;
        this.stock = stock;
        this.handpieces = handpieces;
        this.clock = clock;
    }

    /// Each in a sentence; of a closed session, what stood when it was closed. What the person answers later
    /// takes nothing from what was done.
    @Transactional
    public List<String> of(Session session) {
        return session.close()
                .map(Session.Close::against)
                .orElseGet(() -> Stream.concat(
                                answers(session),
                                Stream.concat(
                                        Stream.concat(
                                                stock.usedIn(session.id()).stream()
                                                        .flatMap(unit -> against(unit).stream()),
                                                handpieces.usedIn(session.id()).stream()
                                                        .flatMap(handpiece -> against(handpiece).stream())),
                                        session.aftermath().adjuncts().stream()
                                                .flatMap(adjunct -> against(adjunct).stream())))
                        .toList());
    }

    private Stream<String> answers(Session session) {
        return switch (courses.find(session.patient(), session.course())) {
            case SignedCourse signed ->
                screenings.during(session.id(), session.patient(), signed.plan()).stream()
                        .flatMap(today -> today.against(signed).stream());
            // No session begins by one, and no signature is taken back.
            case DraftCourse _, AwaitingSecond _ -> Stream.empty();
        };
    }

    private static Optional<String> against(Handpiece handpiece) {
        return handpiece
                .outOfService()
                .map(why -> "The " + handpiece.words() + ", in use here, is out of service: " + why);
    }

    private static Optional<String> against(Adjunct adjunct) {
        return adjunct.caution().map(why -> "Given beside the needle: " + why);
    }

    private Optional<String> against(StockUnit unit) {
        if (unit.recalled().isPresent()) {
            return Optional.of("The " + unit.words() + ", in use here, is recalled: "
                    + unit.recalled().get());
        }
        if (unit.quarantine().isPresent()) {
            return Optional.of("The " + unit.words() + ", in use here, is in quarantine: "
                    + unit.quarantine().get());
        }
        return clock.today().isAfter(unit.expiry())
                ? Optional.of("The " + unit.words() + ", in use here, expired on " + Days.full(unit.expiry()))
                : Optional.empty();
    }
}
