package org.stipple.clinic.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.database.DataDirectory;
import org.stipple.clinic.database.Secrets;
import org.stipple.clinic.messages.Following;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.web.paper.CalendarFile;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// Appointments as calendar programs read them. A feed tells times, rooms and practitioners and nobody's name,
/// not even initials: it is kept by programs and firms that the clinic does not know. Its address is the
/// secret, made as those of links are: under a key of the installation, kept as a hash alone.
@Component
public class CalendarFeeds {

    /// Under this name a calendar program stands in the trail.
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 5));

    /// `design`: what is over for a month is no matter of a calendar, and nothing is booked further ahead.
    private static final Duration BEHIND = Duration.ofDays(31);

    private static final String PURPOSE = "addresses of calendars";

    private static final Duration AHEAD = Duration.ofDays(400);

    private final Secrets secrets;
    private final FeedStore store;
    private final AppointmentStore appointments;
    private final AppointmentMail mail;
    private final Arrangements arrangements;
    private final Accounts accounts;
    private final Patients patients;
    private final Following following;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    CalendarFeeds(
            DataDirectory directory,
            FeedStore store,
            AppointmentStore appointments,
            AppointmentMail mail,
            Arrangements arrangements,
            Accounts accounts,
            Patients patients,
            Following following,
            AuditTrail trail,
            ClinicClock clock,
            Ids ids,
            TransactionTemplate transaction) {
        this.secrets = directory.secrets();
        this.store = store;
        this.appointments = appointments;
        this.mail = mail;
        this.arrangements = arrangements;
        this.accounts = accounts;
        this.patients = patients;
        this.following = following;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    private String token(UUID feed) {
        return secrets.tokenFor(PURPOSE, feed);
    }

    /// The secret part of the address of a calendar.
    ///
    /// @param whose empty for the whole clinic
    /// @return empty until one was made
    @Transactional(readOnly = true)
    public Optional<String> address(Optional<AccountId> whose) {
        return store.newest(whose).map(this::token);
    }

    /// Makes a new address; the one before opens nothing any more.
    @Transactional
    public String renew(Optional<AccountId> whose) {
        UUID feed = ids.next();
        String token = token(feed);
        store.insert(
                feed, whose, Sha256.hex(token), clock.now(), Acting.current().name());
        trail.note(Act.CREATE, whose.isPresent() ? "address of the own calendar" : "address of the clinic’s calendar");
        return token;
    }

    /// What stands under an address.
    ///
    /// @return the file; empty where the address is none of ours, or not any more
    public Optional<String> feed(String token) {
        return Objects.requireNonNull(transaction.execute(_ -> store.byLink(Sha256.hex(token))))
                .map(found -> {
                    var program = new Actor(
                            ACCOUNT,
                            found.clinic(),
                            "a calendar program",
                            Set.of(),
                            found.clinicName(),
                            Optional.empty(),
                            found.zone());
                    var file = new ArrayList<String>();
                    Acting.doing(program, () -> transaction.executeWithoutResult(_ -> file.add(file(found))));
                    return file.getFirst();
                });
    }

    private String file(FeedStore.Found found) {
        Instant now = clock.now();
        var names = accounts.allEver().stream().collect(Collectors.toMap(Accounts.Account::id, Accounts.Account::name));
        var rooms = arrangements.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        List<CalendarFile.Event> events =
                appointments.heldBy(found.account(), now.minus(BEHIND), now.plus(AHEAD)).stream()
                        .map(held -> new CalendarFile.Event(
                                held.appointment(),
                                held.takenAt(),
                                held.slot().from(),
                                held.slot().to(),
                                found.account().isPresent()
                                        ? "Appointment"
                                        : "Appointment, "
                                                + names.getOrDefault(held.slot().practitioner(), ""),
                                rooms.getOrDefault(held.slot().room(), ""),
                                ""))
                        .toList();
        return CalendarFile.feed(
                found.clinicName()
                        + found.account()
                                .flatMap(account -> Optional.ofNullable(names.get(account)))
                                .map(name -> ", " + name)
                                .orElse(""),
                events);
    }

    /// The appointment of whoever holds the link of a message about it; of a confirmation, all that are to
    /// come.
    ///
    /// @return the file; empty where the link opens none, or none that stands
    public Optional<String> behindLink(String token, Tongue tongue) {
        return following.about(
                token,
                Arrays.stream(Message.Cause.values())
                        .filter(Message.Cause::isOfAppointment)
                        .collect(Collectors.toUnmodifiableSet()),
                message -> own(message, List.of(Words.in(tongue))));
    }

    private Optional<String> own(Message message, List<Words> words) {
        patients.read(message.patient(), "own appointment");
        if (message.cause() != Message.Cause.CONFIRMATION) {
            return mail.change(message, words).map(CalendarFile::one);
        }
        List<CalendarFile.Event> coming = appointments.coming(message.patient(), clock.now()).stream()
                .map(one -> mail.event(one, words))
                .toList();
        return coming.isEmpty() ? Optional.empty() : Optional.of(CalendarFile.several(coming));
    }
}
