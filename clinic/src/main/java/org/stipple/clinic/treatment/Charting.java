package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.clinic.treatment.ZoneEntry.NotTreated;
import org.stipple.clinic.treatment.ZoneEntry.Treated;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// Writes down what was done to the zones of a session, one or several in one transaction.
@Component
class Charting {

    private final SessionStore store;
    private final ReviewStore reviews;
    private final Patients patients;
    private final Courses courses;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final WithdrawnConsent interrupted;
    private final AgainstGoingOn against;
    private final WhoTreats whoTreats;
    private final Scopes scopes;

    Charting(
            SessionStore store,
            ReviewStore reviews,
            Patients patients,
            Courses courses,
            Knowledge knowledge,
            ClinicClock clock,
            WithdrawnConsent interrupted,
            AgainstGoingOn against,
            WhoTreats whoTreats,
            Scopes scopes) {
        this.scopes = scopes;
        this.store = store;
        this.reviews = reviews;
        this.patients = patients;
        this.courses = courses;
        this.knowledge = knowledge;
        this.clock = clock;
        this.interrupted = interrupted;
        this.against = against;
        this.whoTreats = whoTreats;
    }

    /// All of them, or none.
    ///
    /// @return what was written, in the same order
    /// @throws ZonesNotCharted when one or more do not hold together
    /// @throws ChartedMeanwhile when there is a newer entry about one or more
    @Transactional
    public List<Later> chart(PatientId patient, UUID session, List<ZoneEntry> entries) {
        patients.change(patient, "session charted");
        Session found = store.find(patient, session).orElseThrow(NoSuchPatient::new);
        var newer = entries.stream()
                .flatMap(entry -> found.last(entry.zone()).filter(last -> last.entry() != entry.onTopOf()).stream())
                .toList();
        if (!newer.isEmpty()) {
            throw new ChartedMeanwhile(newer);
        }
        var moment = new Moment(found);
        var wrong = new EnumMap<ZoneId, Map<Place, String>>(ZoneId.class);
        entries.forEach(entry -> {
            var troubles = switch (entry) {
                case Treated treated -> moment.wrong(treated);
                case NotTreated left -> moment.wrong(left);
            };
            if (!troubles.isEmpty()) {
                wrong.put(entry.zone(), troubles);
            }
        });
        if (!wrong.isEmpty()) {
            throw new ZonesNotCharted(wrong);
        }
        var written = new ArrayList<Later>();
        int next = found.entries().size();
        for (ZoneEntry entry : entries) {
            written.add(
                    switch (entry) {
                        case Treated treated -> moment.write(treated, ++next);
                        case NotTreated left -> moment.write(left);
                    });
        }
        return List.copyOf(written);
    }

    /// A session as it stands while several zones of it are told, and all that is asked of it once for them.
    private final class Moment {

        private final Session session;
        private final CourseRecord course;
        private final Depth deepest;
        private final List<Deviation> ofAll;

        Moment(Session session) {
            this.session = session;
            this.course = courses.find(session.patient(), session.course());
            this.deepest =
                    knowledge.device(course.plan().device()).orElseThrow().deepest();
            this.ofAll = Stream.of(
                            interrupted
                                    .since(session)
                                    .map(at -> Deviation.withoutConsent(
                                            Days.moment(at, Acting.current().zone()))),
                            Deviation.despite(against.of(session)),
                            Deviation.byAnother(Acting.current().name(), whoTreats.current(), Gate.planned(course)))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<Deviation> deviation(Treated entry) {
            return Deviation.together(Stream.of(
                            Deviation.of(course.plan().course(), entry.zone(), entry.done()).stream(),
                            ofAll.stream(),
                            Deviation.beyondScope(
                                    Acting.current().name(),
                                    scopes.mine()
                                            .beyond(
                                                    course.plan().device(),
                                                    Map.of(
                                                            entry.zone(),
                                                            entry.done().depth())))
                                    .stream(),
                            Deviation.amending(session, entry.zone()).stream())
                    .flatMap(each -> each));
        }

        Map<Place, String> wrong(Treated entry) {
            return SaidOfAZone.wrong(session, entry.zone(), entry.done(), deviation(entry), deepest);
        }

        Map<Place, String> wrong(NotTreated entry) {
            return SaidOfAZone.wrong(session, course.plan().course(), entry);
        }

        Charted write(Treated entry, int number) {
            var deviation = deviation(entry);
            var charted = new Charted(
                    number,
                    entry.zone(),
                    said(entry.zone(), entry.done(), deviation),
                    deviation.map(Deviation::words),
                    deviation.map(Deviation::gravity),
                    clock.now(),
                    Acting.current().name(),
                    Optional.of(Acting.current().account()),
                    whoTreats.current());
            store.insert(session.patient(), session.id(), charted);
            if (deviation.isPresent()) {
                reviews.opened(session.id(), charted.entry(), charted.recordedAt());
            }
            return charted;
        }

        /// What is as planned needs no reason and has none: one that was chosen for several zones is kept with
        /// those that depart or amend.
        private Done said(ZoneId zone, Done done, Optional<Deviation> deviation) {
            return deviation.isPresent() || session.isTold(zone) ? done : done.withoutWhy();
        }

        LeftOut write(NotTreated entry) {
            var leftOut = new LeftOut(
                    entry.zone(),
                    session.newest(entry.zone()),
                    entry.why(),
                    entry.reason().isBlank()
                            ? entry.why().orElseThrow().words()
                            : entry.reason().strip(),
                    clock.now(),
                    Acting.current().name(),
                    Acting.current().account());
            store.insert(session.patient(), session.id(), leftOut);
            return leftOut;
        }
    }
}
