package org.stipple.clinic.incident.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Protocol;
import org.stipple.clinic.incident.Protocols;
import org.stipple.clinic.incident.web.IncidentViews.Option;
import org.stipple.clinic.incident.web.IncidentViews.ProtocolForm;
import org.stipple.clinic.incident.web.IncidentViews.ProtocolsPage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// The clinic writes what it does in such a case.
@Controller
class ProtocolPages {

    private final Protocols protocols;
    private final Pages pages;
    private final Once once;
    private final Ids ids;

    ProtocolPages(Protocols protocols, Pages pages, Once once, Ids ids) {
        this.protocols = protocols;
        this.pages = pages;
        this.once = once;
        this.ids = ids;
    }

    @GetMapping("/incidents/protocols")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> shown() {
        return show(HttpStatus.OK, Optional.empty(), List.of());
    }

    @PostMapping("/incidents/protocols")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD})
    ResponseEntity<String> write(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var kind = form.text("kind")
                .flatMap(Incident.Kind::find)
                .orElseThrow(() -> new Refusal(List.of("This kind of incident is not known here.")));
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                List<String> why =
                        protocols.write(kind, form.text("words").orElse(""), form.integer("version", "Version"));
                if (!why.isEmpty()) {
                    throw new Refusal(why);
                }
                return "/incidents/protocols#" + kind.id();
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, Optional.of(form), refusal.why());
        }
    }

    private ResponseEntity<String> show(HttpStatus status, Optional<Form> sent, List<String> problems) {
        return pages.show(
                status,
                "incident/protocols",
                "/incidents",
                new ProtocolsPage(
                        Arrays.stream(Incident.Kind.values())
                                .map(kind -> form(
                                        kind,
                                        sent.filter(form -> form.text("kind").equals(Optional.of(kind.id())))))
                                .toList(),
                        Acting.current()
                                .isOneOf(Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD),
                        problems));
    }

    private ProtocolForm form(Incident.Kind kind, Optional<Form> sent) {
        List<Protocol> all = protocols.of(kind);
        Optional<Protocol> newest = all.stream().findFirst();
        return new ProtocolForm(
                kind.id(),
                kind.words(),
                ids.next(),
                newest.map(Protocol::version).orElse(0),
                newest.map(ProtocolLooks::told).orElse(""),
                sent.flatMap(form -> form.text("words"))
                        .or(() -> newest.map(Protocol::words))
                        .orElse(""),
                all.stream()
                        .skip(1)
                        .map(before -> new Option(ProtocolLooks.told(before), before.words()))
                        .toList());
    }
}
