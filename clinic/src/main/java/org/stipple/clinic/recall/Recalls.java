package org.stipple.clinic.recall;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.stock.RecalledLot;
import org.stipple.clinic.stock.RecalledLots;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.TreatedIn;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;

/// The recalls of the clinic of whoever acts: who was treated with a lot, and telling them.
@Component
public class Recalls {

    private final RecalledLots lots;
    private final TreatedIn treatedIn;
    private final Sessions sessions;
    private final Patients patients;
    private final Messages messages;
    private final RecallStore store;
    private final Knowledge knowledge;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Recalls(
            RecalledLots lots,
            TreatedIn treatedIn,
            Sessions sessions,
            Patients patients,
            Messages messages,
            RecallStore store,
            Knowledge knowledge,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids) {
        this.lots = lots;
        this.treatedIn = treatedIn;
        this.sessions = sessions;
        this.patients = patients;
        this.messages = messages;
        this.store = store;
        this.knowledge = knowledge;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// A recall as far as it can be told without opening anybody's record.
    ///
    /// @param articleName as a person reads it
    /// @param sessions in how many something of the lot was used
    public record Overview(RecalledLot lot, String articleName, int sessions, List<Notice> notices) {
        public Overview {
            notices = List.copyOf(notices);
        }
    }

    /// All recalls, newest first.
    @Transactional(readOnly = true)
    public List<Overview> all() {
        return lots.all().stream().map(this::overview).toList();
    }

    /// @throws NotHere when this clinic has no such recall
    @Transactional(readOnly = true)
    public Overview overview(UUID recall) {
        return overview(lots.find(recall).orElseThrow(NotHere::new));
    }

    private Overview overview(RecalledLot lot) {
        return new Overview(lot, name(lot), lots.sessionsWith(lot).size(), store.of(lot.id()));
    }

    private String name(RecalledLot lot) {
        return knowledge.device(lot.article()).map(Device::name).orElse(lot.article());
    }

    /// How many recalls concern people of whom nobody was written to yet.
    @Transactional(readOnly = true)
    public int waiting() {
        Set<UUID> noticed = store.noticed();
        return (int) lots.all().stream()
                .filter(lot -> !noticed.contains(lot.id()))
                .filter(lot -> !lots.sessionsWith(lot).isEmpty())
                .count();
    }

    /// Everybody who was treated with the lot, by name. Each record is opened, and its trail says by whom and
    /// why.
    ///
    /// @throws NotHere when this clinic has no such recall
    @Transactional
    public List<Treated> treated(UUID recall) {
        RecalledLot lot = lots.find(recall).orElseThrow(NotHere::new);
        var used = new HashSet<>(lots.sessionsWith(lot));
        String why = "recall of lot " + lot.lot();
        return treatedIn.people(used, why).stream()
                .map(person -> treated(person, lot, used, why))
                .sorted(Comparator.comparing(one -> (one.person().details().familyName() + " "
                                + one.person().details().givenName())
                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Treated treated(PatientId id, RecalledLot lot, Set<UUID> used, String why) {
        Patient person = patients.read(id, why);
        return new Treated(
                person,
                sessions.of(id).stream()
                        .filter(session -> used.contains(session.id()))
                        .toList(),
                messages.of(id).stream()
                        .filter(message -> message.cause() == Message.Cause.RECALL
                                && message.about().equals(lot.id()))
                        .findFirst());
    }

    /// The words in which people hear of it: those that a clinician approved last, or the usual ones, which
    /// nobody has
    /// approved.
    @Transactional(readOnly = true)
    public Optional<Approved> words() {
        return store.newestWords();
    }

    /// What is proposed where nothing was approved yet.
    public String usualWords() {
        return RecallWords.USUAL;
    }

    /// Writes to everybody who was treated with the lot and was not written to about it before, in one
    /// transaction: all
    /// or none.
    ///
    /// @param words as they stood on the page. Where they are not those that a clinician approved last, whoever
    ///   sends
    ///   them approves them, and has to be a supervising clinician
    /// @return how many were written to for the first time
    /// @throws Refusal when the words may not be sent, or nobody has said how people reach the clinic
    @Transactional
    public int write(UUID recall, String words) {
        RecalledLot lot = lots.find(recall).orElseThrow(NotHere::new);
        if (messages.reach().isEmpty()) {
            throw new Refusal(List.of("Say first, under “Messages”, how people reach you: it stands behind every link. "
                    + "Nobody was written to."));
        }
        RecallWords.whyNot(words, lot, name(lot)).ifPresent(why -> {
            throw new Refusal(List.of(why + " Nobody was written to."));
        });
        Approved approved = approved(words);
        int written = 0;
        for (Treated one : treated(recall)) {
            if (messages.write(one.person().id(), Message.Cause.RECALL, recall, approved.words())) {
                written++;
            }
        }
        if (written > 0) {
            store.insert(
                    lot,
                    approved.id(),
                    new Notice(written, clock.now(), Acting.current().name()));
        }
        trail.note(Act.CHANGE, "recall of lot " + lot.lot() + ": " + written + " written to");
        return written;
    }

    private Approved approved(String words) {
        Optional<Approved> before =
                store.newestWords().filter(known -> known.words().equals(words));
        if (before.isPresent()) {
            return before.get();
        }
        if (!Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN)) {
            throw new Refusal(List.of("A supervising clinician approves this text first. Nobody was written to."));
        }
        Instant now = clock.now();
        var fresh = new Approved(ids.next(), words, now, Acting.current().name());
        store.insert(fresh);
        trail.note(Act.CREATE, "words of recalls approved");
        return fresh;
    }
}
