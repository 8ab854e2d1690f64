package org.stipple.clinic.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.web.WhoseLink;
import org.stipple.clinic.web.look.Reach;

/// What a person sees who follows their link: the words of that one message and how to reach the clinic. It
/// opens nothing else, and nothing at all when its time is over.
@Component
public class Following implements WhoseLink {

    /// Under this name whoever follows a link stands in the trail: the link proves no more.
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));

    private static final Pattern PATH = Pattern.compile("/m/([^/]+)(/.*)?");

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
    /// @param reach how to reach the clinic
    /// @param acknowledged the day on which the person said that they read it
    /// @param leadsOn address of the page that it invites to; empty where it leads nowhere, or not any more
    /// @param cause why it was written
    public record Opened(
            String clinicName,
            Optional<String> words,
            Reach reach,
            Optional<LocalDate> acknowledged,
            Optional<String> leadsOn,
            Message.Cause cause) {}

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

    /// Opens nobody's record: a link that opens nothing any more still says by whom it was given.
    @Override
    public Optional<Giver> giver(String path) {
        var link = PATH.matcher(path);
        if (!link.matches()) {
            return Optional.empty();
        }
        String hash = Links.hash(Objects.requireNonNull(link.group(1)));
        return Objects.requireNonNull(transaction.execute(_ -> messages.byLink(hash)))
                .map(found -> {
                    var said = new AtomicReference<>(Reach.unsaid());
                    Acting.doing(
                            whoever(found),
                            () -> transaction.executeWithoutResult(
                                    _ -> reaches.newest().ifPresent(said::set)));
                    return new Giver(found.clinicName(), said.get());
                });
    }

    private Optional<Opened> follow(String token, boolean acknowledges) {
        return Objects.requireNonNull(transaction.execute(_ -> messages.byLink(Links.hash(token))))
                .map(found -> {
                    var opened = new ArrayList<Opened>();
                    Acting.doing(
                            whoever(found),
                            () -> transaction.executeWithoutResult(_ -> opened.add(follow(found, acknowledges))));
                    return opened.getFirst();
                });
    }

    private Opened follow(MessageStore.Followed found, boolean acknowledges) {
        trail.open(
                found.patient(), acknowledges ? Act.CHANGE : Act.READ, acknowledges ? "message read" : "link followed");
        Message message = messages.find(found.patient(), found.message()).orElseThrow();
        Instant now = clock.now();
        boolean over = !now.isBefore(message.expiresAt()) || deliveries.isTakenBack(message.id());
        if (acknowledges && !over) {
            messages.acknowledge(found.patient(), found.message(), now);
            deliveries.settle(found.message(), now);
        }
        Optional<Instant> read =
                acknowledges && !over ? Optional.of(message.acknowledged().orElse(now)) : message.acknowledged();
        return new Opened(
                found.clinicName(),
                over ? Optional.empty() : Optional.of(message.words()),
                reaches.newest().orElse(Reach.unsaid()),
                read.map(at -> LocalDate.ofInstant(at, found.zone())),
                over
                        ? Optional.empty()
                        : leads.stream()
                                .flatMap(one -> one.from(message).stream())
                                .findFirst(),
                message.cause());
    }

    /// Does work for whoever holds a link, about what its message is about, in the transaction that opens the
    /// record.
    ///
    /// @return empty where it is none of ours, of another cause, or its time is over
    public <T> Optional<T> about(String token, Set<Message.Cause> causes, Function<Message, Optional<T>> work) {
        return Objects.requireNonNull(transaction.execute(_ -> messages.byLink(Links.hash(token))))
                .flatMap(found -> {
                    var done = new ArrayList<T>();
                    Acting.doing(
                            whoever(found),
                            () -> transaction.executeWithoutResult(_ -> {
                                trail.open(found.patient(), Act.READ, "link followed");
                                messages.find(found.patient(), found.message())
                                        .filter(message -> causes.contains(message.cause()))
                                        .filter(message -> clock.now().isBefore(message.expiresAt())
                                                && !deliveries.isTakenBack(message.id()))
                                        .flatMap(work)
                                        .ifPresent(done::add);
                            }));
                    return done.stream().findFirst();
                });
    }

    private static Actor whoever(MessageStore.Followed found) {
        return new Actor(
                ACCOUNT,
                found.clinic(),
                "whoever has the link",
                Set.of(),
                found.clinicName(),
                Optional.empty(),
                found.zone());
    }
}
