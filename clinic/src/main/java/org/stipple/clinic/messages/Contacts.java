package org.stipple.clinic.messages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.Refusal;

/// By which channels people may be written to. Without a yes nobody is.
@Component
public class Contacts {

    private final ContactStore store;
    private final Patients patients;
    private final ClinicClock clock;
    private final ApplicationEventPublisher told;

    Contacts(ContactStore store, Patients patients, ClinicClock clock, ApplicationEventPublisher told) {
        this.store = store;
        this.patients = patients;
        this.clock = clock;
        this.told = told;
    }

    /// How things stand for one channel.
    ///
    /// @param address what is written down and usable; empty where nothing is
    /// @param newest what the person said last, to whatever address
    public record Standing(Channel channel, Optional<String> address, Optional<ContactConsent> newest) {

        /// Whether the person may be written to: they said so, and to this very address.
        public boolean may() {
            return newest.filter(ContactConsent::may)
                    .filter(said -> address.filter(said.address()::equals).isPresent())
                    .isPresent();
        }
    }

    /// How things stand for every channel.
    @Transactional
    public List<Standing> of(PatientId id) {
        return of(patients.read(id, "contact"));
    }

    /// As [#of(PatientId)], of a record that is open in this transaction.
    List<Standing> of(Patient person) {
        var standing = new ArrayList<Standing>();
        for (Channel channel : Channel.values()) {
            standing.add(
                    new Standing(channel, channel.addressOf(person.details()), store.newest(person.id(), channel)));
        }
        return standing;
    }

    /// Where the person may be written to now, by channel.
    Map<Channel, String> open(Patient person) {
        var open = new EnumMap<Channel, String>(Channel.class);
        of(person).stream()
                .filter(Standing::may)
                .forEach(standing -> standing.address().ifPresent(address -> open.put(standing.channel(), address)));
        return open;
    }

    /// Everything that the person said, newest first.
    @Transactional
    public List<ContactConsent> history(PatientId id) {
        patients.read(id, "contact");
        return store.of(id);
    }

    /// Writes down that a person may be written to, or may not any more.
    ///
    /// @throws Refusal where there is no usable address to say yes to
    @Transactional
    public void note(PatientId id, Channel channel, boolean may) {
        Patient person = patients.change(id, may ? "may write by " + channel.words() : "no more " + channel.words());
        Optional<ContactConsent> before = store.newest(id, channel);
        Optional<String> address = channel.addressOf(person.details());
        if (may && address.isEmpty()) {
            throw new Refusal(List.of(
                    switch (channel) {
                        case EMAIL -> "No e-mail address that can be written to stands under “Details”.";
                        case SMS ->
                            "No number that can be written to stands under “Details”: expected digits, with a + in "
                                    + "front for another country.";
                    }));
        }
        String about = may
                ? address.orElseThrow()
                : before.map(ContactConsent::address).or(() -> address).orElse("none");
        store.insert(
                id,
                new ContactConsent(
                        channel, about, may, clock.now(), Acting.current().name()));
        if (may) {
            told.publishEvent(new MayBeWrittenTo(id, channel));
        }
    }
}
