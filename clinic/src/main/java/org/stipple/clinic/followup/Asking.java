package org.stipple.clinic.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.followup.FollowUpStore.Tried;
import org.stipple.clinic.messages.ClinicsServed;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Message.Cause;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// Writes to whoever is due, once, and once more where nothing was heard; after that a person calls, from the
/// page of the day.
@Component
class Asking {

    /// Under this name it stands in the trail.
    static final AccountId ACCOUNT = new AccountId(new UUID(0, 7));

    /// `design`: by day, because a message wakes people; the outbox sends what is written at once.
    private static final int FROM_HOUR = 9;

    private static final int TO_HOUR = 18;

    /// `design`: who reads their mail has read it after a week (products.md 4.6 nudges a week after).
    private static final int NUDGE_DAYS = 7;

    /// `design`: who could not be written to within two weeks stands on the page of the day.
    private static final int DAYS_TRIED = 14;

    /// The reminder is late by no more than the server was off; after that a person calls.
    private static final int DAYS_REMINDED = 30;

    private final FollowUpStore store;
    private final FollowUps followUps;
    private final Messages messages;
    private final Contacts contacts;
    private final Patients patients;
    private final ClinicsServed clinics;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    Asking(
            FollowUpStore store,
            FollowUps followUps,
            Messages messages,
            Contacts contacts,
            Patients patients,
            ClinicsServed clinics,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.followUps = followUps;
        this.messages = messages;
        this.contacts = contacts;
        this.patients = patients;
        this.clinics = clinics;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Writes what is due now, in every clinic where it is day.
    void askDue() {
        clinics.each(ACCOUNT, "Stipple, asking how it went", () -> {
            int hour = clock.now().atZone(Acting.current().zone()).getHour();
            if (hour >= FROM_HOUR && hour < TO_HOUR) {
                due().forEach(one -> transaction.executeWithoutResult(_ -> ask(one)));
            }
        });
    }

    private List<FollowUp> due() {
        LocalDate today = clock.today();
        return java.util.Objects.requireNonNull(transaction.execute(_ -> store.due(today, today).stream()
                .filter(one -> !one.due().plusDays(DAYS_REMINDED).isBefore(today))
                .filter(one -> !isTried(store.tried(one), one, today))
                .toList()));
    }

    /// Whether there is nothing to try today.
    private static boolean isTried(List<Tried> tried, FollowUp followUp, LocalDate today) {
        List<LocalDate> written =
                tried.stream().filter(Tried::written).map(Tried::on).toList();
        boolean onThisDay = tried.stream().anyMatch(one -> one.on().equals(today));
        return switch (written.size()) {
            case 0 -> onThisDay || followUp.due().plusDays(DAYS_TRIED).isBefore(today);
            case 1 -> onThisDay || written.getFirst().plusDays(NUDGE_DAYS).isAfter(today);
            default -> true;
        };
    }

    private void ask(FollowUp followUp) {
        PatientId patient = followUp.patient();
        // Changes of one record follow one another: of two servers one finds what the other has done.
        patients.change(patient, "follow-up");
        LocalDate today = clock.today();
        List<Tried> tried = store.tried(followUp);
        if (isTried(tried, followUp, today) || store.of(patient).stream().noneMatch(followUp::equals)) {
            return;
        }
        boolean nudge = tried.stream().anyMatch(Tried::written);
        boolean writes = messages.reach().isPresent()
                && !followUps.rests(patient)
                && contacts.of(patient).stream().anyMatch(Contacts.Standing::may)
                && !(nudge && wasRead(followUp));
        if (writes) {
            UUID about = about(followUp, nudge);
            messages.write(
                    patient,
                    Cause.FOLLOW_UP,
                    about,
                    words(nudge ? "followup.nudge" : followUp.what().key()));
            // Who does not answer stands on the page of the day, and not on the list of calls as well.
            messages.settle(patient, Cause.FOLLOW_UP, about);
        }
        store.tried(followUp, today, writes);
    }

    private boolean wasRead(FollowUp followUp) {
        UUID first = about(followUp, false);
        return messages.of(followUp.patient()).stream()
                .filter(message ->
                        message.cause() == Cause.FOLLOW_UP && message.about().equals(first))
                .map(Message::acknowledged)
                .anyMatch(java.util.Optional::isPresent);
    }

    /// The same for the same question, so that nobody is written to twice about it.
    private static UUID about(FollowUp followUp, boolean nudge) {
        return UUID.nameUUIDFromBytes((followUp.session() + followUp.what().id() + (nudge ? "again" : "first"))
                .getBytes(StandardCharsets.US_ASCII));
    }

    /// In both languages: which one somebody reads is not known before they open it.
    private static String words(String key) {
        return Words.in(Tongue.ENGLISH).of(key) + "\n\n"
                + Words.in(Tongue.SPANISH).of(key);
    }
}
