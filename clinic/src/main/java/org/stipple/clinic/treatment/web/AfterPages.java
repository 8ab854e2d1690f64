package org.stipple.clinic.treatment.web;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.stipple.clinic.treatment.Adjunct;
import org.stipple.clinic.treatment.AfterNeedle;
import org.stipple.clinic.treatment.Afterwards;
import org.stipple.clinic.treatment.Reaction;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.ToldMeanwhile;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// The end of a session: what was given beside the needle, what the skin showed, what the person took home.
@Controller
class AfterPages {

    private final AfterNeedle after;
    private final Sessions sessions;
    private final Room room;
    private final Once once;

    AfterPages(AfterNeedle after, Sessions sessions, Room room, Once once) {
        this.after = after;
        this.sessions = sessions;
        this.room = room;
        this.once = once;
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping({"/people/{id}/sessions/{session}/adjuncts", "/people/{id}/sessions/{session}/after"})
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID session) {
        sessions.find(new PatientId(id), session);
        return Pages.seeOther(Room.href(id, session));
    }

    @PostMapping("/people/{id}/sessions/{session}/adjuncts")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> add(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return told(id, session, form, () -> after.add(new PatientId(id), session, used(form)));
    }

    @PostMapping("/people/{id}/sessions/{session}/after")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> tell(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return told(
                id,
                session,
                form,
                () -> after.tell(new PatientId(id), session, found(form), form.integer("onTopOf", "Entry")));
    }

    private ResponseEntity<String> told(UUID id, UUID session, Form form, Runnable tell) {
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                tell.run();
                return Room.href(id, session) + "#after";
            }));
        } catch (ToldMeanwhile meanwhile) {
            return again(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    form,
                    List.of("The end was written down meanwhile, in another tab or by somebody else: "
                            + String.join("; ", meanwhile.since())
                            + ". That is kept. What you entered was not, and still stands below."));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return again(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    form,
                    List.of("Something else was sent from this page before. That is kept; what you entered now was"
                            + " not, and still stands below."));
        } catch (Refusal refusal) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, id, session, form, refusal.why());
        }
    }

    private ResponseEntity<String> again(HttpStatus status, UUID id, UUID session, Form form, List<String> problems) {
        return room.show(status, id, session, Again.after(form), problems);
    }

    private static Adjunct.Used used(Form form) {
        var kind = form.text("kind")
                .flatMap(Adjunct.Kind::find)
                .orElseThrow(() -> new Refusal(List.of("Choose what kind of thing was given beside the needle.")));
        String product = form.required("product", "Product");
        return used(kind, product, form.text("millilitres").map(AfterPages::volume), form.text("lot"));
    }

    private static Adjunct.Used used(
            Adjunct.Kind kind, String product, Optional<BigDecimal> volume, Optional<String> lot) {
        try {
            return new Adjunct.Used(kind, product, volume, lot);
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(List.of("What was given was not taken: " + unfit.getMessage() + "."));
        }
    }

    private static BigDecimal volume(String typed) {
        try {
            return new BigDecimal(typed.replace(',', '.'));
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("The volume was “" + typed + "”, expected millilitres such as 4 or 0.5."));
        }
    }

    private static Afterwards.Found found(Form form) {
        var grades = new EnumMap<Reaction.Sign, Integer>(Reaction.Sign.class);
        for (Reaction.Sign sign : Reaction.Sign.values()) {
            if (form.text(sign.id()).isPresent()) {
                grades.put(sign, form.integer(sign.id(), sign.words()));
            }
        }
        try {
            return new Afterwards.Found(
                    new Reaction(grades),
                    form.text("applied"),
                    form.text("aftercare").flatMap(Afterwards.Aftercare::find),
                    form.text("after-note"));
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(List.of("The end was not written down: " + unfit.getMessage() + "."));
        }
    }
}
