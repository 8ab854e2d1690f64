package org.stipple.clinic.treatment.web;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Numbings;
import org.stipple.clinic.treatment.web.TreatmentViews.NumbTyped;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.quantities.ZoneId;

/// The anaesthetic before the needle: put on, timed, taken off.
@Controller
class NumbPages {

    /// At most four digits before the sign: more than any tube holds, and more than any body has. As many after
    /// it as are kept.
    private static final Pattern GRAMS = Pattern.compile("\\d{1,4}(?:[.,]\\d{1,2})?");

    private static final Pattern AREA = Pattern.compile("\\d{1,4}(?:[.,]\\d)?");

    private final StartPages start;
    private final Courses courses;
    private final Numbings numbings;
    private final Room room;
    private final Once once;
    private final Serially serially;
    private final AuditTrail trail;

    NumbPages(
            StartPages start,
            Courses courses,
            Numbings numbings,
            Room room,
            Once once,
            Serially serially,
            AuditTrail trail) {
        this.start = start;
        this.courses = courses;
        this.numbings = numbings;
        this.room = room;
        this.once = once;
        this.serially = serially;
        this.trail = trail;
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping({
        "/people/{id}/courses/{course}/numbing",
        "/people/{id}/courses/{course}/numbing/off",
        "/people/{id}/courses/{course}/numbing/override"
    })
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded(@PathVariable UUID id, @PathVariable UUID course) {
        courses.find(new PatientId(id), course);
        return Pages.seeOther(StartPages.href(id, course, List.of()));
    }

    @PostMapping("/people/{id}/courses/{course}/numbing")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> putOn(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(id, course, form, "anaesthetic not put on", () -> {
            UUID unit = StartPages.uuid(form.required("anaesthetic", "Anaesthetic"));
            numbings.putOn(
                    new PatientId(id),
                    course,
                    unit,
                    number(form, "grams", "Grams", GRAMS, "two decimals"),
                    number(form, "areaCm2", "Area", AREA, "one decimal"),
                    zones(form));
            return Optional.of(unit);
        });
    }

    /// From the page before the session, or from the room: then the form names the session.
    @PostMapping("/people/{id}/courses/{course}/numbing/off")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> off(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(id, course, form, "anaesthetic not taken off", () -> {
            numbings.takeOff(new PatientId(id), StartPages.uuid(form.required("numbing", "Anaesthetic")));
            return Optional.empty();
        });
    }

    /// Goes on while it is on: a named act with its reason.
    @PostMapping("/people/{id}/courses/{course}/numbing/override")
    @Allowed({Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> override(
            @PathVariable UUID id, @PathVariable UUID course, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return done(id, course, form, "needling with the anaesthetic on refused", () -> {
            numbings.goOnWithIt(
                    new PatientId(id),
                    StartPages.uuid(form.required("numbing", "Anaesthetic")),
                    form.required("why", "Why it stays on"),
                    form.required("password", "Your password"));
            return Optional.empty();
        });
    }

    /// @param act gives the unit that it used up
    private ResponseEntity<String> done(UUID id, UUID course, Form form, String refused, Supplier<Optional<UUID>> act) {
        courses.find(new PatientId(id), course);
        List<UUID> units = StartPages.units(form);
        Optional<UUID> session = form.text("session").map(StartPages::uuid);
        try {
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                var left = new LinkedHashSet<>(units);
                act.get().ifPresent(left::remove);
                return session.map(one -> Room.href(id, one))
                        .orElseGet(() -> StartPages.href(id, course, left) + "#numb-it");
            })));
        } catch (Numbings.Refused not) {
            trail.refused(Optional.of(new PatientId(id)), refused);
            return again(id, course, session, units, form, not.why());
        } catch (Refusal not) {
            return again(id, course, session, units, form, not.why());
        }
    }

    private ResponseEntity<String> again(
            UUID id, UUID course, Optional<UUID> session, List<UUID> units, Form form, List<String> why) {
        return session.map(one -> room.show(HttpStatus.UNPROCESSABLE_CONTENT, id, one, Again.NOTHING, why))
                .orElseGet(() -> start.show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, why, typed(form)));
    }

    private static NumbTyped typed(Form form) {
        return new NumbTyped(
                form.text("anaesthetic").or(() -> form.text("numbing")).orElse(""),
                form.text("grams").orElse(""),
                form.text("areaCm2").orElse(""),
                form.texts("zone"),
                form.text("why").orElse(""));
    }

    /// Plain digits alone: `1e1`, and `5,000`, which is five to one reader and five thousand to another, are
    /// asked about.
    private static BigDecimal number(Form form, String name, String words, Pattern kept, String decimals) {
        String typed = form.required(name, words);
        var number = kept.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed.replace(',', '.')))
                : Optional.<BigDecimal>empty();
        return number.filter(one -> one.signum() > 0)
                .orElseThrow(() -> new Refusal(List.of("“" + words + "” was " + typed
                        + ", expected a number such as 5 or 2.5, in plain digits, with " + decimals + " at most.")));
    }

    private static Set<ZoneId> zones(Form form) {
        var zones = new LinkedHashSet<ZoneId>();
        form.texts("zone")
                .forEach(zone -> zones.add(ZoneId.find(zone)
                        .orElseThrow(() -> new Refusal(List.of("“" + zone + "” is no zone that is known here.")))));
        return zones;
    }
}
