package org.stipple.clinic.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.AuditEntry;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;

/// A link opens one errand of one person of one clinic, for its time, and nothing else.
class InvitationsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    static Path directory;

    static ClinicUnderTest stipple;
    static Actor noor;

    @BeforeAll
    static void start() {
        stipple = ClinicUnderTest.serving(directory);
        noor = stipple.clinic("Hillside", "noor-invites");
    }

    @AfterAll
    static void stop() {
        stipple.close();
    }

    @BeforeEach
    void itIsMorning() {
        stipple.itIs("2026-11-20T09:00:00Z");
    }

    private static <T> T as(Actor actor, Callable<T> work) {
        try {
            return Acting.as(actor, work);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static PatientId somebody() {
        var person = new PatientId(UUID.randomUUID());
        as(noor, () -> stipple.the(Patients.class).register(person, Someone.bornIn(1990)));
        return person;
    }

    private static Invitation invited(PatientId person, Errand errand) {
        return as(noor, () -> stipple.the(Invitations.class).invite(person, errand, person.value(), WEEK));
    }

    private static String token(Invitation invitation) {
        return invitation.path().substring(invitation.path().lastIndexOf('/') + 1);
    }

    private static Optional<Guest> opened(String token, Errand errand) {
        return stipple.the(OwnDoor.class).open(token, errand, guest -> guest);
    }

    @Test
    void aLinkOpensItsErrandForItsPersonAndTheTrailSaysSo() {
        PatientId person = somebody();
        var invitation = invited(person, Errand.INTAKE);
        assertThat(invitation.path()).matches("/own/intake/[A-Za-z0-9_-]{43}");
        Guest guest = opened(token(invitation), Errand.INTAKE).orElseThrow();
        assertThat(guest.patient()).isEqualTo(person);
        assertThat(guest.clinicName()).isEqualTo("Hillside");
        assertThat(guest.done()).isFalse();
        List<AuditEntry> entries = as(
                noor,
                () -> stipple.the(TransactionTemplate.class)
                        .execute(_ -> stipple.the(AuditTrail.class).about(person, 20)));
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("link followed: questions");
            assertThat(entry.who()).isEqualTo(OwnDoor.NAME);
        });
    }

    @Test
    void itOpensNoOtherErrandAndNothingThatIsGuessed() {
        var invitation = invited(somebody(), Errand.INTAKE);
        String token = token(invitation);
        assertThat(opened(token, Errand.CONSENT)).isEmpty();
        assertThat(opened(token, Errand.AFTER)).isEmpty();
        assertThat(opened(token.substring(1) + "A", Errand.INTAKE)).isEmpty();
        assertThat(opened("", Errand.INTAKE)).isEmpty();
        assertThat(opened(invitation.id().toString(), Errand.INTAKE)).isEmpty();
    }

    @Test
    void itOpensNothingFromTheMomentAtWhichItsTimeIsOver() {
        String token = token(invited(somebody(), Errand.INTAKE));
        stipple.itIs("2026-11-27T08:59:59Z");
        assertThat(opened(token, Errand.INTAKE)).isPresent();
        stipple.itIs("2026-11-27T09:00:00Z");
        assertThat(opened(token, Errand.INTAKE)).isEmpty();
    }

    @Test
    void whatWasTakenBackOpensNothingAndWhatIsDoneOnlySaysSo() {
        PatientId person = somebody();
        var taken = invited(person, Errand.INTAKE);
        var done = invited(person, Errand.INTAKE);
        Acting.doing(noor, () -> {
            stipple.the(Invitations.class).takeBack(person, taken.id());
            stipple.the(Invitations.class).done(person, done.id());
            // What was ended first counts.
            stipple.the(Invitations.class).done(person, taken.id());
        });
        assertThat(opened(token(taken), Errand.INTAKE)).isEmpty();
        assertThat(opened(token(done), Errand.INTAKE)).map(Guest::done).contains(true);
    }

    @Test
    void insideTheClinicNobodyHasARole() {
        String token = token(invited(somebody(), Errand.AFTER));
        Actor holder = stipple.the(OwnDoor.class)
                .open(token, Errand.AFTER, _ -> Acting.current())
                .orElseThrow();
        assertThat(holder.roles()).isEmpty();
        assertThat(holder.clinic()).isEqualTo(noor.clinic());
        assertThat(Acting.now()).isEmpty();
    }

    @Test
    void theDatabaseDoesNotHoldWhatStandsInALink() throws Exception {
        PatientId person = somebody();
        String token = token(invited(person, Errand.INTAKE));
        try (var connection = stipple.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table stipple.invitation no force row level security");
            try (var rows = statement.executeQuery("select string_agg(i::text, ' ') from stipple.invitation i")) {
                rows.next();
                assertThat(rows.getString(1)).contains(person.toString()).doesNotContain(token);
            } finally {
                statement.execute("alter table stipple.invitation force row level security");
            }
        }
    }
}
