package org.stipple.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;

/// What a person sees who follows their link: the words of that one message and how to reach the clinic. It opens
/// nothing else, and nothing at all when its time is over.
@Component
public class Following {

    /// Under this name whoever follows a link stands in the trail: the link proves no more.
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));

    private final MessageStore messages;
    private final DeliveryStore deliveries;
    private final ReachStore reaches;
    private final AuditTrail trail;
    private final List<LeadsOn> leads;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    Following(
            MessageStore messages,
            DeliveryStore deliveries,
            ReachStore reaches,
            AuditTrail trail,
            List<LeadsOn> leads,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.reaches = reaches;
        this.trail = trail;
        this.leads = List.copyOf(leads);
        this.clock = clock;
        this.transaction = transaction;
    }

    /// What stands behind a link.
    ///
    /// @param words empty where its time is over
    /// @param reach how to reach the clinic; may be empty
    /// @param acknowledged the day on which the person said that they read it
    /// @param leadsOn address of the page that it invites to; empty where it leads nowhere, or not any more
    public record Opened(
            String clinicName,
            Optional<String> words,
            String reach,
            Optional<LocalDate> acknowledged,
            Optional<String> leadsOn) {}

    /// Opens a link.
    ///
    /// @return empty where it is none of ours
    public Optional<Opened> open(String token) {
        return follow(token, false);
    }

    /// Writes down that the person read it. Twice is once; a link whose time is over changes nothing.
    ///
    /// @return empty where it is none of ours
    public Optional<Opened> acknowledge(String token) {
        return follow(token, true);
    }

    private Optional<Opened> follow(String token, boolean acknowledges) {
        return Objects.requireNonNull(transaction.execute(_ -> messages.byLink(Links.hash(token))))
                .map(found -> {
                    var whoever = new Actor(
                            ACCOUNT,
                            found.clinic(),
                            "whoever has the link",
                            Set.of(),
                            found.clinicName(),
                            Optional.empty(),
                            found.zone());
                    var opened = new ArrayList<Opened>();
                    Acting.doing(
                            whoever,
                            () -> transaction.executeWithoutResult(_ -> opened.add(follow(found, acknowledges))));
                    return opened.getFirst();
                });
    }

    private Opened follow(MessageStore.Followed found, boolean acknowledges) {
        trail.open(
                found.patient(), acknowledges ? Act.CHANGE : Act.READ, acknowledges ? "message read" : "link followed");
        Message message = messages.find(found.patient(), found.message()).orElseThrow();
        Instant now = clock.now();
        boolean over = !now.isBefore(message.expiresAt());
        if (acknowledges && !over) {
            messages.acknowledge(found.patient(), found.message(), now);
            deliveries.settle(found.message(), now);
        }
        Optional<Instant> read =
                acknowledges && !over ? Optional.of(message.acknowledged().orElse(now)) : message.acknowledged();
        return new Opened(
                found.clinicName(),
                over ? Optional.empty() : Optional.of(message.words()),
                reaches.newest().orElse(""),
                read.map(at -> LocalDate.ofInstant(at, found.zone())),
                over
                        ? Optional.empty()
                        : leads.stream()
                                .flatMap(one -> one.from(message).stream())
                                .findFirst());
    }
}
