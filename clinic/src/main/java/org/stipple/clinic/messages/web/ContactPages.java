package org.stipple.clinic.messages.web;

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
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.ContactConsent;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.messages.web.MessageViews.ChannelCard;
import org.stipple.clinic.messages.web.MessageViews.ContactPage;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// By which channels a person may be written to, and what was written to them.
@Controller
class ContactPages {

    private final Pages pages;
    private final Patients patients;
    private final Contacts contacts;
    private final Messages messages;
    private final Once once;
    private final Ids ids;
    private final TransactionTemplate transaction;

    ContactPages(
            Pages pages,
            Patients patients,
            Contacts contacts,
            Messages messages,
            Once once,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.contacts = contacts;
        this.messages = messages;
        this.once = once;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/contact")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> contact(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        String words = switch (done) {
            case "may" -> "Written down: they may be written to.";
            case "not" -> "Written down: they are not written to any more. What waits is not sent.";
            default -> "";
        };
        return show(HttpStatus.OK, new PatientId(id), words, List.of());
    }

    @PostMapping("/people/{id}/contact")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> note(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var person = new PatientId(id);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                // Before the form is judged: of nobody of another clinic is anything said.
                patients.read(person, "contact");
                Channel channel = form.text("channel")
                        .flatMap(Channel::find)
                        .orElseThrow(() -> new Refusal(List.of("“Channel” is empty; please choose.")));
                boolean may = form.text("may").filter("yes"::equals).isPresent();
                contacts.note(person, channel, may);
                return "/people/" + id + "/contact?done=" + (may ? "may" : "not");
            }));
        } catch (Refusal refusal) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, person, "", refusal.why());
        }
    }

    private ResponseEntity<String> show(HttpStatus status, PatientId id, String done, List<String> problems) {
        ContactPage page = Objects.requireNonNull(transaction.execute(_ -> {
            Patient person = patients.read(id, "contact");
            return new ContactPage(
                    id.toString(),
                    person.name(),
                    done,
                    problems,
                    contacts.of(id).stream().map(this::card).toList(),
                    contacts.history(id).stream().map(ContactPages::words).toList(),
                    messages.of(id).stream().map(MessageWords::line).toList());
        }));
        return pages.show(status, "messages/contact", "/people", page);
    }

    private ChannelCard card(Contacts.Standing standing) {
        String channel = standing.channel().words();
        return new ChannelCard(
                standing.channel().id(),
                Sentence.beginning(channel),
                standing.address().orElse(""),
                standing.may(),
                about(standing),
                ids.next());
    }

    private static String about(Contacts.Standing standing) {
        Optional<ContactConsent> newest = standing.newest();
        if (standing.may()) {
            return "May be written to. " + newest.map(ContactPages::words).orElse("");
        }
        if (newest.filter(ContactConsent::may).isPresent()) {
            return "What they agreed to was another address or number. Ask again.";
        }
        if (newest.isPresent()) {
            return "Is not written to. " + newest.map(ContactPages::words).orElse("");
        }
        return standing.address().isPresent()
                ? "Nobody has asked yet. Without a yes they are not written to."
                : "Nothing that can be written to stands under “Details”.";
    }

    private static String words(ContactConsent said) {
        return (said.may() ? "Yes to " : "No to ") + said.channel().words() + " (" + said.address() + "), "
                + MessageWords.moment(said.at()) + ", written down by " + said.by() + ".";
    }
}
