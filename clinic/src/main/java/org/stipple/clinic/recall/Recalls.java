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
import org.stipple.clinic.stock.GoodsRecalls;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.RecalledGoods;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.TreatedIn;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Refusal;

/// The recalls of the clinic of whoever acts: who was treated with the goods, and telling them.
@Component
public class Recalls {

    private final GoodsRecalls goods;
    private final TreatedIn treatedIn;
    private final Sessions sessions;
    private final Patients patients;
    private final Messages messages;
    private final RecallStore store;
    private final ProductNames names;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Recalls(
            GoodsRecalls goods,
            TreatedIn treatedIn,
            Sessions sessions,
            Patients patients,
            Messages messages,
            RecallStore store,
            ProductNames names,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids) {
        this.goods = goods;
        this.treatedIn = treatedIn;
        this.sessions = sessions;
        this.patients = patients;
        this.messages = messages;
        this.store = store;
        this.names = names;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// A recall as far as it can be told without opening anybody's record.
    ///
    /// @param articleName as a person reads it
    /// @param sessions in how many something of the goods was used
    public record Overview(RecalledGoods goods, String articleName, int sessions, List<Notice> notices) {
        public Overview {
            notices = List.copyOf(notices);
        }
    }

    /// All recalls, newest first.
    @Transactional(readOnly = true)
    public List<Overview> all() {
        return goods.all().stream().map(this::overview).toList();
    }

    /// @throws NotHere when this clinic has no such recall
    @Transactional(readOnly = true)
    public Overview overview(UUID recall) {
        return overview(goods.find(recall).orElseThrow(NotHere::new));
    }

    private Overview overview(RecalledGoods recalled) {
        return new Overview(
                recalled, name(recalled), goods.sessionsWith(recalled).size(), store.of(recalled.id()));
    }

    private String name(RecalledGoods recalled) {
        return recalled.product().map(names::of).orElse("a whole article");
    }

    /// How many recalls concern people of whom nobody was written to yet.
    @Transactional(readOnly = true)
    public int waiting() {
        Set<UUID> noticed = store.noticed();
        return (int) goods.all().stream()
                .filter(recalled -> !noticed.contains(recalled.id()))
                .filter(recalled -> !goods.sessionsWith(recalled).isEmpty())
                .count();
    }

    /// Everybody who was treated with the goods, by name. Each record is opened, and its trail says by whom and
    /// why.
    ///
    /// @throws NotHere when this clinic has no such recall
    @Transactional
    public List<Treated> treated(UUID recall) {
        RecalledGoods recalled = goods.find(recall).orElseThrow(NotHere::new);
        var used = new HashSet<>(goods.sessionsWith(recalled));
        String why = "recall of " + recalled.words();
        return treatedIn.people(used, why).stream()
                .map(person -> treated(person, recalled, used, why))
                .sorted(Comparator.comparing(one -> (one.person().details().familyName() + " "
                                + one.person().details().givenName())
                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Treated treated(PatientId id, RecalledGoods recalled, Set<UUID> used, String why) {
        Patient person = patients.read(id, why);
        return new Treated(
                person,
                sessions.of(id).stream()
                        .filter(session -> used.contains(session.id()))
                        .toList(),
                messages.of(id).stream()
                        .filter(message -> message.cause() == Message.Cause.RECALL
                                && message.about().equals(recalled.id()))
                        .findFirst());
    }

    /// The words in which people hear of it: those that a clinician approved last, or the usual ones, which
    /// nobody has approved.
    @Transactional(readOnly = true)
    public Optional<Approved> words() {
        return store.newestWords();
    }

    /// What is proposed where nothing was approved yet.
    public String usualWords() {
        return RecallWords.USUAL;
    }

    /// Writes to everybody who was treated with the goods and was not written to about it before, in one
    /// transaction: all or none.
    ///
    /// @param words as they stood on the page. Where they are not those that a clinician approved last, whoever
    ///   sends them approves them, and has to be a supervising clinician
    /// @return how many were written to for the first time
    /// @throws Refusal when the words may not be sent, or nobody has said how people reach the clinic
    @Transactional
    public int write(UUID recall, String words) {
        RecalledGoods recalled = goods.find(recall).orElseThrow(NotHere::new);
        if (messages.reach().isEmpty()) {
            throw new Refusal(List.of("Say first, under “Messages”, how people reach you: it stands behind every link. "
                    + "Nobody was written to."));
        }
        RecallWords.whyNot(words, recalled, name(recalled)).ifPresent(why -> {
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
                    recalled,
                    approved.id(),
                    new Notice(written, clock.now(), Acting.current().name()));
        }
        trail.note(Act.CHANGE, "recall of " + recalled.words() + ": " + written + " written to");
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
