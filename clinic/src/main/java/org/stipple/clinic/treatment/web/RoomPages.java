package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.ChartedMeanwhile;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.ToldMeanwhile;
import org.stipple.clinic.treatment.Why;
import org.stipple.clinic.treatment.web.ChartForm.Sent;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.quantities.ZoneId;

/// The session while it runs: zone by zone, then closed under a name. What truly happened is accepted and
/// marked where it departs.
@Controller
class RoomPages {

    private final Sessions sessions;
    private final Room room;
    private final Once once;

    RoomPages(Sessions sessions, Room room, Once once) {
        this.sessions = sessions;
        this.room = room;
        this.once = once;
    }

    @GetMapping("/people/{id}/sessions/{session}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> shown(@PathVariable UUID id, @PathVariable UUID session) {
        return room.show(HttpStatus.OK, id, session, Again.NOTHING, List.of());
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping({
        "/people/{id}/sessions/{session}/map",
        "/people/{id}/sessions/{session}/zones",
        "/people/{id}/sessions/{session}/left-out",
        "/people/{id}/sessions/{session}/close"
    })
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID session) {
        sessions.find(new PatientId(id), session);
        return Pages.seeOther("/people/" + id + "/sessions/" + session);
    }

    @PostMapping("/people/{id}/sessions/{session}/zones")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> chart(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return told(
                id,
                session,
                form,
                false,
                zone -> sessions.chart(
                        new PatientId(id), session, zone, ChartForm.read(form), form.integer("onTopOf", "Entry")));
    }

    /// That a planned zone was not treated.
    @PostMapping("/people/{id}/sessions/{session}/left-out")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> leaveOut(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return told(
                id,
                session,
                form,
                true,
                zone -> sessions.leaveOut(
                        new PatientId(id),
                        session,
                        zone,
                        form.text("why").flatMap(Why::find),
                        form.text("reason").orElse(""),
                        form.integer("onTopOf", "Entry")));
    }

    private ResponseEntity<String> told(UUID id, UUID session, Form form, boolean leavingOut, Consumer<ZoneId> tell) {
        ZoneId zone = ZoneId.find(form.required("zone", "Zone"))
                .orElseThrow(() -> new Refusal(List.of("This zone is not known here.")));
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                tell.accept(zone);
                return "/people/" + id + "/sessions/" + session + "#zone-" + zone.id();
            }));
        } catch (NotCharted wrong) {
            return again(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    id,
                    session,
                    new Sent(zone, form, wrong.wrong(), leavingOut),
                    "What you sent of the " + zone.words()
                            + " was not taken. What is to be mended stands beside its field; what you entered is still"
                            + " there.");
        } catch (ChartedMeanwhile meanwhile) {
            return again(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    new Sent(zone, form, Map.of(), leavingOut),
                    words(meanwhile.charted().getFirst()));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            // The same page in two tabs has the same key: what the other tab sent was kept.
            return again(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    new Sent(zone, form, Map.of(), leavingOut),
                    "The " + zone.words() + MEANWHILE + STILL_THERE);
        } catch (Refusal refusal) {
            return room.show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, Again.NOTHING, refusal.why());
        }
    }

    private static final String MEANWHILE = " was charted meanwhile, in another tab or by somebody else";
    static final String STILL_THERE = ". That is kept, and nothing was lost. What you entered here was not "
            + "charted; it stands below, to amend with if it differs.";

    static String words(Charted charted) {
        return "The " + charted.zone().words() + MEANWHILE + " (" + charted.recordedBy() + ": "
                + charted.done().depth() + ", " + charted.done().passes() + " passes, "
                + charted.done().endpoint().words() + ")" + STILL_THERE;
    }

    private ResponseEntity<String> again(HttpStatus status, UUID id, UUID session, Sent sent, String problem) {
        return room.show(status, id, session, Again.zone(sent), List.of(problem));
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
                        form.required("password", "Your password"),
                        form.integer("onTopOf", "What is signed"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/people/" + id + "/sessions/" + session + "/report";
            }));
        } catch (ToldMeanwhile meanwhile) {
            return closing(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    form,
                    List.of("The session was not closed: more was charted meanwhile, in another tab or by somebody"
                            + " else. New under “Charted”: " + String.join("; ", meanwhile.since())
                            + ". Look at it, and sign again. What you wrote is still there."));
        } catch (Refusal refusal) {
            return closing(HttpStatus.UNPROCESSABLE_CONTENT, id, session, form, refusal.why());
        }
    }

    private ResponseEntity<String> closing(HttpStatus status, UUID id, UUID session, Form form, List<String> why) {
        return room.show(status, id, session, Again.closing(form.text("note").orElse("")), why);
    }
}
