package org.stipple.clinic.treatment.web;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.quantities.ZoneId;

/// The anaesthetic before the needle: put on, timed, taken off.
@Controller
class NumbPages {

    /// More than any tube holds, and more than any body has.
    private static final BigDecimal MOST = new BigDecimal(10_000);

    private final StartPages start;
    private final Courses courses;
    private final Numbings numbings;
    private final Once once;
    private final Serially serially;
    private final AuditTrail trail;

    NumbPages(StartPages start, Courses courses, Numbings numbings, Once once, Serially serially, AuditTrail trail) {
        this.start = start;
        this.courses = courses;
        this.numbings = numbings;
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
                    number(form, "grams", "Grams"),
                    number(form, "areaCm2", "Area"),
                    zones(form));
            return Optional.of(unit);
        });
    }

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
                    form.required("why", "Why it stays on"));
            return Optional.empty();
        });
    }

    /// @param act gives the unit that it used up
    private ResponseEntity<String> done(UUID id, UUID course, Form form, String refused, Supplier<Optional<UUID>> act) {
        courses.find(new PatientId(id), course);
        List<UUID> units = StartPages.units(form);
        try {
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                var left = new LinkedHashSet<>(units);
                act.get().ifPresent(left::remove);
                return StartPages.href(id, course, left) + "#numb-it";
            })));
        } catch (Numbings.Refused not) {
            trail.refused(Optional.of(new PatientId(id)), refused);
            return start.show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, not.why());
        } catch (Refusal not) {
            return start.show(HttpStatus.UNPROCESSABLE_CONTENT, id, course, units, not.why());
        }
    }

    private static BigDecimal number(Form form, String name, String words) {
        String typed = form.required(name, words).replace(',', '.');
        try {
            var number = new BigDecimal(typed);
            if (number.signum() > 0
                    && number.compareTo(MOST) < 0
                    && number.stripTrailingZeros().scale() <= 2) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new Refusal(List.of("“" + words + "” was " + typed + ", expected a number such as 5 or 2.5."));
        }
        throw new Refusal(List.of("“" + words + "” was " + typed + ", expected a number such as 5 or 2.5."));
    }

    private static Set<ZoneId> zones(Form form) {
        var zones = new LinkedHashSet<ZoneId>();
        form.texts("zone").forEach(zone -> ZoneId.find(zone).ifPresent(zones::add));
        return zones;
    }
}
