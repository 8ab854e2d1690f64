package org.stipple.clinic.invitation;

import java.time.Instant;
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
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.WhoseLink;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.words.Tongues;

/// The door by which a person comes in with their link. What they do, they do for that clinic, without any
/// role, and under a name that says no more than the link proves.
@Component
public class OwnDoor implements WhoseLink {

    private static final Pattern PATH = Pattern.compile("/own/[^/]+/([^/]+)(/.*)?");

    /// Under this name whoever holds a link stands in the trail.
    static final AccountId ACCOUNT = new AccountId(new UUID(0, 3));

    /// As whom the record names them.
    public static final String NAME = "by their own link";

    private final InvitationStore store;
    private final Patients patients;
    private final Messages messages;
    private final Tongues tongues;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    OwnDoor(
            InvitationStore store,
            Patients patients,
            Messages messages,
            Tongues tongues,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.patients = patients;
        this.messages = messages;
        this.tongues = tongues;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Does the work as whoever holds the link. It opens its own transactions; who reads or changes a record is
    /// entered in the trail as always.
    ///
    /// @return empty where there is no such link of this errand, it was taken back, or its time is over
    public <T> Optional<T> open(String token, Errand errand, Function<Guest, T> work) {
        var followed = Objects.requireNonNull(transaction.execute(_ -> store.byLink(Secrets.hash(token))));
        if (followed.isEmpty()) {
            return Optional.empty();
        }
        var link = followed.get();
        try {
            return Acting.as(holder(link), () -> guest(link, errand).map(work));
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception impossible) {
            throw new IllegalStateException("work of a function throws nothing checked", impossible);
        }
    }

    private static Actor holder(InvitationStore.Followed link) {
        return new Actor(ACCOUNT, link.clinic(), NAME, Set.of(), link.clinicName(), link.jurisdiction(), link.zone());
    }

    /// Opens nobody's record: a link that was taken back still says by whom it was given.
    @Override
    public Optional<Giver> giver(String path) {
        var link = PATH.matcher(path);
        if (!link.matches()) {
            return Optional.empty();
        }
        String hash = Secrets.hash(Objects.requireNonNull(link.group(1)));
        return Objects.requireNonNull(transaction.execute(_ -> store.byLink(hash)))
                .map(found -> {
                    var said = new AtomicReference<>(Reach.unsaid());
                    Acting.doing(holder(found), () -> messages.reach().ifPresent(said::set));
                    return new Giver(found.clinicName(), said.get());
                });
    }

    private Optional<Guest> guest(InvitationStore.Followed link, Errand errand) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            patients.read(link.patient(), "link followed: " + errand.words());
            Instant now = clock.now();
            return store.find(link.patient(), link.invitation())
                    .filter(invitation -> invitation.errand() == errand && now.isBefore(invitation.expiresAt()))
                    .filter(invitation ->
                            invitation.end().map(Invitation.End::done).orElse(true))
                    .map(invitation -> new Guest(
                            invitation.id(),
                            invitation.patient(),
                            invitation.about(),
                            link.clinicName(),
                            link.zone(),
                            invitation.end().isPresent(),
                            tongues.now(),
                            messages.reach().orElse(Reach.unsaid())));
        }));
    }
}
