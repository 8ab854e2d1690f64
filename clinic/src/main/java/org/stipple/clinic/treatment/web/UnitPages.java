package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.SessionUnits;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.web.TreatmentViews.UnitsPage;
import org.stipple.clinic.treatment.web.TreatmentViews.UsedLine;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// What a session uses: a further unit is scanned, a dropped or bent one thrown away.
@Controller
class UnitPages {

    private final Pages pages;
    private final Patients patients;
    private final Sessions sessions;
    private final SessionUnits units;
    private final Courses courses;
    private final Identities identities;
    private final ScanLooks looks;
    private final Once once;
    private final Serially serially;
    private final Ids ids;
    private final TransactionTemplate transaction;

    UnitPages(
            Pages pages,
            Patients patients,
            Sessions sessions,
            SessionUnits units,
            Courses courses,
            Identities identities,
            ScanLooks looks,
            Once once,
            Serially serially,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.sessions = sessions;
        this.units = units;
        this.courses = courses;
        this.identities = identities;
        this.looks = looks;
        this.once = once;
        this.serially = serially;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/sessions/{session}/units")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> used(@PathVariable UUID id, @PathVariable UUID session) {
        return show(HttpStatus.OK, id, session, List.of());
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/people/{id}/sessions/{session}/units/discarded")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID session) {
        sessions.find(new PatientId(id), session);
        return Pages.seeOther(href(id, session));
    }

    @PostMapping("/people/{id}/sessions/{session}/units")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> add(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(id, session, form, () -> {
            UnitCode code = UnitCode.parse(form.required("code", "Code"));
            Optional<String> why = units.add(new PatientId(id), session, code);
            if (why.isPresent()) {
                throw new Refusal(List.of(why.get()));
            }
        });
    }

    @PostMapping("/people/{id}/sessions/{session}/units/discarded")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> discard(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(
                id,
                session,
                form,
                () -> units.discard(
                        new PatientId(id),
                        session,
                        StartPages.uuid(form.required("unit", "Unit")),
                        form.required("why", "Why it is thrown away")));
    }

    private ResponseEntity<String> done(UUID id, UUID session, Form form, Runnable act) {
        sessions.find(new PatientId(id), session);
        try {
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                act.run();
                return href(id, session);
            })));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, refusal.why());
        } catch (IllegalArgumentException refused) {
            String why = refused.getMessage() + "";
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, List.of(Sentence.beginning(why) + "."));
        }
    }

    private static String href(UUID id, UUID session) {
        return "/people/" + id + "/sessions/" + session + "/units";
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, UUID sessionId, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "session");
            var session = sessions.find(person.id(), sessionId);
            var plan = courses.find(person.id(), session.course()).plan();
            return new UnitsPage(
                    id.toString(),
                    identities.of(person, plan),
                    sessionId.toString(),
                    "Session " + session.number(),
                    ids.next(),
                    session.close().isEmpty(),
                    units.of(person.id(), sessionId).stream().map(this::line).toList(),
                    problems);
        });
        return pages.show(status, "treatment/units", "/people", Objects.requireNonNull(page));
    }

    private UsedLine line(Item item) {
        Optional<String> gone = item instanceof StockUnit unit ? unit.discarded() : Optional.empty();
        return new UsedLine(
                item.id().toString(), ids.next(), looks.said(item), item instanceof StockUnit, gone.orElse(""));
    }
}
