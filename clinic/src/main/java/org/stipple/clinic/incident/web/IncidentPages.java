package org.stipple.clinic.incident.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.incident.Protocols;
import org.stipple.clinic.incident.web.IncidentViews.IncidentPage;
import org.stipple.clinic.incident.web.IncidentViews.IncidentsPage;
import org.stipple.clinic.incident.web.IncidentViews.Line;
import org.stipple.clinic.incident.web.IncidentViews.NewPage;
import org.stipple.clinic.incident.web.IncidentViews.Option;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;
import org.stipple.quantities.ZoneId;

/// Incidents: written down by whoever saw it, shown with the clinic's own protocol, looked at by somebody else.
@Controller
class IncidentPages {

    private final Incidents incidents;
    private final Protocols protocols;
    private final Pages pages;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;

    IncidentPages(Incidents incidents, Protocols protocols, Pages pages, Once once, Ids ids, ClinicClock clock) {
        this.incidents = incidents;
        this.protocols = protocols;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/incidents")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> register() {
        return pages.show(
                "incident/incidents",
                "/incidents",
                new IncidentsPage(
                        incidents.newest().stream().map(IncidentPages::line).toList(), List.of()));
    }

    private static Line line(Incident incident) {
        return new Line(
                "/incidents/" + incident.id(),
                Sentence.beginning(incident.told().kind().words()),
                moment(incident.told().at()) + ", written down by " + incident.recordedBy(),
                incident.review().isEmpty());
    }

    /// @param person in whose session it happened; absent without one
    @GetMapping("/incidents/new")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> asked(@RequestParam Optional<UUID> person, @RequestParam Optional<UUID> session) {
        var typed = new HashMap<String, String>();
        person.ifPresent(id -> typed.put("person", id.toString()));
        session.ifPresent(id -> typed.put("session", id.toString()));
        typed.put(
                "at",
                LocalDateTime.ofInstant(clock.now(), Acting.current().zone())
                        .withSecond(0)
                        .withNano(0)
                        .toString());
        return form(HttpStatus.OK, typed, List.of());
    }

    @PostMapping("/incidents")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> record(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                UUID id = ids.next();
                List<String> why = incidents.record(id, told(form), in(form));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/incidents/" + id;
            }));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return form(
                    HttpStatus.CONFLICT,
                    form.after(""),
                    List.of("Something else was written down from this page before. That is kept; this was not, and"
                            + " still stands below."));
        } catch (Refusal refusal) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, form.after(""), refusal.why());
        }
    }

    private Incident.Told told(Form form) {
        var kind = form.text("kind")
                .flatMap(Incident.Kind::find)
                .orElseThrow(() -> new Refusal(List.of("Choose what kind of incident it was.")));
        var affected = form.text("affected")
                .flatMap(Incident.Affected::find)
                .orElseThrow(() -> new Refusal(List.of("Choose whom it concerns.")));
        return new Incident.Told(
                kind,
                affected,
                form.text("happened").orElse(""),
                form.text("done").orElse(""),
                form.text("unit"),
                form.text("zone").flatMap(ZoneId::find),
                at(form.required("at", "When")));
    }

    private static java.time.Instant at(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(Acting.current().zone()).toInstant();
        } catch (DateTimeParseException notATime) {
            throw new Refusal(
                    List.of("The time was “" + typed + "”, expected a day and a time such as 2026-11-21T14:05."));
        }
    }

    private static Optional<Incident.In> in(Form form) {
        return form.text("person")
                .flatMap(person -> form.text("session").map(session -> {
                    try {
                        return new Incident.In(new PatientId(UUID.fromString(person)), UUID.fromString(session));
                    } catch (IllegalArgumentException unknown) {
                        throw new NotHere();
                    }
                }));
    }

    private ResponseEntity<String> form(HttpStatus status, Map<String, String> typed, List<String> problems) {
        return pages.show(
                status,
                "incident/new",
                "/incidents",
                new NewPage(
                        ids.next(),
                        typed.getOrDefault("person", ""),
                        typed.getOrDefault("session", ""),
                        Arrays.stream(Incident.Kind.values())
                                .map(kind -> new Option(kind.id(), kind.words()))
                                .toList(),
                        Arrays.stream(Incident.Affected.values())
                                .map(one -> new Option(one.id(), one.words()))
                                .toList(),
                        Arrays.stream(ZoneId.values())
                                .map(zone -> new Option(zone.id(), zone.words()))
                                .toList(),
                        Arrays.stream(Incident.Kind.values())
                                .map(kind -> ProtocolLooks.of(protocols, kind))
                                .toList(),
                        typed,
                        problems));
    }

    /// With the clinic's own protocol for it.
    @GetMapping("/incidents/{incident}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> shown(@PathVariable UUID incident) {
        return show(HttpStatus.OK, incident, "", List.of());
    }

    @PostMapping("/incidents/{incident}/review")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> review(@PathVariable UUID incident, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why = incidents.review(
                        incidents.find(incident).orElseThrow(NotHere::new),
                        form.text("note").orElse(""),
                        form.required("password", "Your password"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/incidents/" + incident;
            }));
        } catch (Refusal refusal) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    incident,
                    form.text("note").orElse(""),
                    refusal.why());
        }
    }

    /// Where what was sent and refused is reloaded.
    @GetMapping("/incidents/{incident}/review")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> reloaded(@PathVariable UUID incident) {
        if (incidents.find(incident).isEmpty()) {
            throw new NotHere();
        }
        return Pages.seeOther("/incidents/" + incident);
    }

    private ResponseEntity<String> show(HttpStatus status, UUID id, String note, List<String> problems) {
        var incident = incidents.find(id).orElseThrow(NotHere::new);
        var told = incident.told();
        var facts = new ArrayList<Option>();
        facts.add(new Option("When", moment(told.at())));
        facts.add(new Option("Concerns", told.affected().words()));
        facts.add(new Option("What happened", told.happened()));
        facts.add(new Option("What was done", told.done()));
        told.unit().ifPresent(unit -> facts.add(new Option("Unit, device or lot", unit)));
        told.zone().ifPresent(zone -> facts.add(new Option("Zone", zone.words())));
        facts.add(new Option("Written down", moment(incident.recordedAt()) + " by " + incident.recordedBy()));
        return pages.show(
                status,
                "incident/incident",
                "/incidents",
                new IncidentPage(
                        id.toString(),
                        ids.next(),
                        Sentence.beginning(told.kind().words()),
                        facts,
                        incident.in()
                                .map(in -> "/people/" + in.patient() + "/sessions/" + in.session() + "/report")
                                .orElse(""),
                        ProtocolLooks.of(protocols, told.kind()),
                        incident.review()
                                .map(review -> "Looked at " + moment(review.at()) + " by " + review.signer() + ": “"
                                        + review.note() + "”")
                                .orElse(""),
                        own(incident),
                        Incidents.MEANING,
                        note,
                        problems));
    }

    private static String own(Incident incident) {
        if (!Incidents.mayReview()) {
            return "It waits for somebody who supervises, or leads privacy and safety.";
        }
        return incident.isBy(Acting.current())
                ? "You wrote this down yourself: it waits for somebody else who supervises, or leads privacy and safety."
                : "";
    }

    private static String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }
}
