package org.stipple.clinic.treatment.web;

import java.util.List;
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
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.quantities.Depth;
import org.stipple.quantities.GlideSpeed;
import org.stipple.quantities.ZoneId;

/// The session while it runs: zone by zone, then closed under a name. What truly happened is accepted and
/// marked where it departs.
@Controller
class RoomPages {

    private final Pages pages;
    private final Patients patients;
    private final Sessions sessions;
    private final Courses courses;
    private final RoomLooks looks;
    private final Once once;
    private final TransactionTemplate transaction;

    RoomPages(
            Pages pages,
            Patients patients,
            Sessions sessions,
            Courses courses,
            RoomLooks looks,
            Once once,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.sessions = sessions;
        this.courses = courses;
        this.looks = looks;
        this.once = once;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/sessions/{session}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> room(@PathVariable UUID id, @PathVariable UUID session) {
        return show(HttpStatus.OK, id, session, List.of());
    }

    @PostMapping("/people/{id}/sessions/{session}/zones")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> chart(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                ZoneId zone = ZoneId.find(form.required("zone", "Zone"))
                        .orElseThrow(() -> new Refusal(List.of("This zone is not known here.")));
                sessions.chart(new PatientId(id), session, zone, done(form));
                return "/people/" + id + "/sessions/" + session + "#zone-" + zone.id();
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, refusal.why());
        } catch (IllegalArgumentException refused) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, List.of("Not charted: " + refused.getMessage()));
        }
    }

    private static Done done(Form form) {
        return new Done(
                depth(form.required("depthMm", "Depth")),
                form.integer("passes", "Passes"),
                form.integer("directions", "Directions"),
                form.text("glideMmPerS").map(RoomPages::glide),
                Endpoint.find(form.required("endpoint", "Endpoint"))
                        .orElseThrow(() -> new Refusal(List.of("This endpoint is not known here."))),
                form.text("pain").map(_ -> form.integer("pain", "Pain")),
                form.text("reason"));
    }

    private static Depth depth(String text) {
        try {
            return Depth.ofMillimetres(text.replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("“Depth” was " + text + ", expected millimetres such as 1.5."));
        }
    }

    private static GlideSpeed glide(String text) {
        try {
            return GlideSpeed.ofMillimetresPerSecond(Double.parseDouble(text.replace(',', '.')));
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("“Speed” was " + text + ", expected millimetres in a second such as 20."));
        }
    }

    @PostMapping("/people/{id}/sessions/{session}/close")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> close(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = sessions.close(
                        new PatientId(id),
                        session,
                        form.text("note").orElse(""),
                        form.required("password", "Your password"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/sessions/" + session + "/report";
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, refusal.why());
        }
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, UUID sessionId, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "session");
            var session = sessions.find(person.id(), sessionId);
            var plan = courses.find(person.id(), session.course()).plan();
            return looks.page(person, session, plan, problems);
        });
        return pages.show(status, "treatment/room", "/people", java.util.Objects.requireNonNull(page));
    }
}
