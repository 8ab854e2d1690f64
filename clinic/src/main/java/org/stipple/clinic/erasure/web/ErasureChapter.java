package org.stipple.clinic.erasure.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.erasure.Request;
import org.stipple.clinic.erasure.Requests;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;

/// Whether somebody asked to be erased, and whether a hold stands, on a person's page.
@Component
class ErasureChapter implements Chapter {

    private static final int LAST = 91;

    private final Requests requests;

    ErasureChapter(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Told tell(Patient person) {
        List<Request> standing = requests.of(person.id()).stream()
                .filter(request -> request.end().isEmpty())
                .toList();
        boolean held = requests.holds(person.id()).stream()
                .anyMatch(hold -> hold.lifted().isEmpty());
        String asked = standing.isEmpty()
                ? "Nobody asked that anything be erased."
                : "Asked on " + Days.full(standing.getFirst().askedOn()) + " to erase "
                        + LedgerLooks.classes(standing.getFirst().classes())
                        + ": use what is here for nothing but what the law or their safety needs.";
        return new Told(
                LAST,
                "Keeping and erasing",
                asked + (held ? " A legal hold stands." : ""),
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Keeping and erasing", "/people/" + person.id() + "/erasure")),
                List.of());
    }

    @Override
    public Optional<Told> tellOthers(Patient person) {
        return Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD) ? Optional.of(tell(person)) : Optional.empty();
    }
}
