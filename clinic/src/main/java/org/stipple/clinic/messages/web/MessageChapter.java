package org.stipple.clinic.messages.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.TimelineItem;

/// What messages tell on a person's page.
@Component
class MessageChapter implements Chapter {

    private static final int LAST = 90;

    private final Messages messages;
    private final Contacts contacts;
    private final ClinicClock clock;

    MessageChapter(Messages messages, Contacts contacts, ClinicClock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Override
    public Told tell(Patient person) {
        List<String> may = contacts.of(person.id()).stream()
                .filter(Contacts.Standing::may)
                .map(standing -> standing.channel().words())
                .toList();
        List<Message> all = messages.of(person.id());
        return new Told(
                LAST,
                "Messages",
                (may.isEmpty()
                                ? "Is called: may be written to by no channel."
                                : "May be written to by " + String.join(" and ", may) + ".")
                        + all.stream()
                                .findFirst()
                                .map(newest ->
                                        " Last message: " + newest.standing().words() + ".")
                                .orElse(""),
                Optional.empty(),
                Optional.empty(),
                List.of(new Link("Contact and messages", href(person))),
                all.stream().map(message -> event(person, message)).toList());
    }

    private TimelineItem event(Patient person, Message message) {
        var zone = Acting.current().zone();
        return new TimelineItem(
                "message",
                TimelineItem.at(message.writtenAt(), zone),
                Days.near(LocalDate.ofInstant(message.writtenAt(), zone), clock.today()),
                "Message " + message.cause().words(),
                message.standing().words(),
                href(person),
                false);
    }

    private static String href(Patient person) {
        return "/people/" + person.id() + "/contact";
    }
}
