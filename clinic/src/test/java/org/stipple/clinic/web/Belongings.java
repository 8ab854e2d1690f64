package org.stipple.clinic.web;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;
import org.stipple.clinic.Someone;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.EmergencyWhy;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Scope;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Kinds;
import org.stipple.clinic.adverse.Outcome;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.booking.Appointments;
import org.stipple.clinic.booking.Arrangements;
import org.stipple.clinic.booking.Room;
import org.stipple.clinic.booking.WorkingTime;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.PhotoUses;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.Questions;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.disclosure.CopyLinks;
import org.stipple.clinic.incident.Incident;
import org.stipple.clinic.incident.Incidents;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.messages.Message;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.photo.Moment;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.photo.Taken;
import org.stipple.clinic.photo.Uploads;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.GoodsRecalls;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Depth;
import org.stipple.quantities.Sex;

/// One clinic with one of everything, each marked with a word that stands nowhere else.
///
/// @param canary the word: whoever reads it reads of this clinic
/// @param everybody an account with all roles
/// @param ids by the name of the path variable that stands for them
record Belongings(String canary, Actor everybody, Map<String, String> ids) {

    Belongings {
        ids = Map.copyOf(ids);
    }

    /// The identifier of one of its things, by the name of the path variable.
    String the(String variable) {
        return Objects.requireNonNull(ids.get(variable), variable);
    }

    static Belongings of(ClinicUnderTest stipple, String canary, String username) {
        Actor everybody = stipple.clinic(canary + " clinic", username);
        try {
            return Acting.as(everybody, () -> new Belongings(canary, everybody, made(stipple, canary)));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> made(ClinicUnderTest stipple, String canary) {
        var person = new PatientId(UUID.randomUUID());
        stipple.the(Patients.class)
                .register(
                        person,
                        new PatientDetails(
                                canary + " given",
                                canary + " family",
                                LocalDate.of(1992, 2, 11),
                                Sex.FEMALE,
                                Optional.of(canary + " phone"),
                                Optional.of(canary + "@example.org")));
        stipple.the(Intakes.class).save(person, 0, Someone.withAcneScarsOnTheCheeks());
        stipple.the(Screenings.class).screen(person);
        var courses = stipple.the(Courses.class);
        var plan = courses.draft(UUID.randomUUID(), person).plan();
        courses.sign(person, plan.id(), plan.sha256(), Someone.reasonsFor(plan), ClinicUnderTest.PASSWORD);
        UUID consent = consents(stipple, canary, person, new ShownCourse(plan.id(), plan.sha256()));
        UUID photo = photo(stipple, person);
        UUID measurement = stipple.the(Outcomes.class)
                .measure(UUID.randomUUID(), person, photo, Optional.of(photo(stipple, person)))
                .id();
        UUID used = unit(stipple, canary, "1");
        var session = ((Start.Started)
                        stipple.the(Sessions.class).start(UUID.randomUUID(), person, plan.id(), List.of(used)))
                .session();
        var zone = Someone.plannedZones(plan).getFirst();
        Done asPlanned = Someone.asPlanned(zone);
        stipple.the(Sessions.class)
                .chart(
                        person,
                        session.id(),
                        zone.id(),
                        new Done(
                                asPlanned.depth(),
                                asPlanned.passes() + 1,
                                asPlanned.directions(),
                                asPlanned.glide(),
                                asPlanned.endpoint(),
                                asPlanned.pain(),
                                Optional.of(canary + " reason")));
        var account = new AccountId(UUID.randomUUID());
        stipple.the(Accounts.class)
                .add(
                        account.value(),
                        "spare-" + account,
                        canary + " colleague",
                        ClinicUnderTest.PASSWORD,
                        Set.of(Role.PRACTITIONER));
        stipple.the(Scopes.class)
                .set(
                        account,
                        new Scope(Optional.of(Depth.ofMillimetres("1")), Set.of(), Set.of()),
                        canary + " in training");
        return Map.ofEntries(
                Map.entry("passkey", passkey(stipple, canary).toString()),
                Map.entry("access", emergency(stipple, canary, person).toString()),
                Map.entry("account", account.toString()),
                Map.entry("recall", recall(stipple, canary).toString()),
                Map.entry("message", message(stipple, canary, person).toString()),
                Map.entry("asking", asking(stipple, person).toString()),
                Map.entry("id", person.toString()),
                Map.entry("course", plan.id().toString()),
                Map.entry("consent", consent.toString()),
                Map.entry("question", question(stipple, canary, person).toString()),
                Map.entry("use", use(stipple, canary, person).toString()),
                Map.entry("photo", photo.toString()),
                Map.entry("upload", upload(stipple, person).toString()),
                Map.entry("measurement", measurement.toString()),
                Map.entry("other", photo(stipple, person).toString()),
                Map.entry("score", score(stipple, canary, person).toString()),
                Map.entry("session", session.id().toString()),
                Map.entry(
                        "concern",
                        concern(stipple, canary, person, session.id()).toString()),
                Map.entry("copy", copy(stipple, person).toString()),
                Map.entry("sent", sent(stipple, person).toString()),
                Map.entry("link", link(stipple, person, session.id()).toString()),
                Map.entry("incident", incident(stipple, canary).toString()),
                Map.entry("appointment", appointment(stipple, canary, person).toString()),
                Map.entry("event", event(stipple, canary, person, session.id()).toString()),
                Map.entry("unit", unit(stipple, canary, "2").toString()),
                Map.entry("handpiece", handpiece(stipple, canary).toString()));
    }

    /// Written beside the ceremony, which `PasskeysTest` does: here it is only somebody's.
    private static UUID passkey(ClinicUnderTest stipple, String canary) {
        var id = UUID.randomUUID();
        stipple.the(TransactionTemplate.class)
                .executeWithoutResult(_ -> stipple.the(JdbcClient.class)
                        .sql(
                                "insert into passkey (clinic_id, account_id, passkey_id, name, credential, attested, backup_eligible,"
                                        + " counter, added_at)"
                                        + " values (current_clinic(), current_account(), :id, :name, :credential, '', false, 0, now())")
                        .param("id", id)
                        .param("name", canary + " key")
                        .param("credential", canary)
                        .update());
        return id;
    }

    /// What the person wrote after the session, and what it is a sign of.
    private static UUID concern(ClinicUnderTest stipple, String canary, PatientId person, UUID session) {
        stipple.the(Diary.class)
                .answer(person, session, UUID.randomUUID(), DiaryQuestion.OTHER, "words", canary + " feels hot");
        return stipple.the(Concerns.class).of(person).getFirst().id();
    }

    /// A photo that came with it.
    private static UUID sent(ClinicUnderTest stipple, PatientId person) {
        var sent = UUID.randomUUID();
        UUID entry = stipple.the(Concerns.class).of(person).getFirst().entry();
        stipple.the(HomePhotos.class).keep(sent, person, entry, skin());
        return sent;
    }

    private static UUID link(ClinicUnderTest stipple, PatientId person, UUID session) {
        return stipple.the(Invitations.class)
                .invite(person, Errand.AFTER, session, Duration.ofDays(7))
                .id();
    }

    /// A link to a copy that ended because the date of birth was wrong.
    private static UUID copy(ClinicUnderTest stipple, PatientId person) {
        var links = stipple.the(CopyLinks.class);
        var link = links.give(person);
        var guest = new Guest(
                link.id(), person, link.about(), "", Acting.current().zone(), false, Tongue.ENGLISH, Reach.unsaid());
        for (int tries = 0; tries < CopyLinks.TRIES; tries++) {
            links.tried(guest, LocalDate.of(1901, 1, 1));
        }
        return link.id();
    }

    private static UUID score(ClinicUnderTest stipple, String canary, PatientId person) {
        return stipple.the(Scores.class)
                .record(
                        UUID.randomUUID(),
                        person,
                        new Scores.Said(
                                "gais",
                                new Scores.By.Me(Score.Blinding.NOT_SAID),
                                new Scores.Answered.Total(BigDecimal.TWO),
                                Optional.of(canary + " anchors"),
                                Set.of(),
                                stipple.the(ClinicClock.class).today(),
                                Optional.empty()))
                .id();
    }

    private static UUID emergency(ClinicUnderTest stipple, String canary, PatientId person) {
        UUID desk = UUID.randomUUID();
        UUID access = UUID.randomUUID();
        stipple.the(Accounts.class)
                .add(desk, "desk-" + desk, canary + " desk", ClinicUnderTest.PASSWORD, Set.of(Role.FRONT_DESK));
        Actor first = Acting.current();
        var kim = new Actor(
                new AccountId(desk),
                first.clinic(),
                canary + " desk",
                Set.of(Role.FRONT_DESK),
                first.clinicName(),
                first.jurisdiction(),
                first.zone());
        Acting.doing(kim, () -> {
            var refused = stipple.the(BreakGlass.class)
                    .open(
                            access,
                            person,
                            EmergencyWhy.HELP_NOW,
                            canary + " collapsed at the desk",
                            ClinicUnderTest.PASSWORD);
            if (!refused.isEmpty()) {
                throw new IllegalStateException(String.join(" ", refused));
            }
        });
        return access;
    }

    private static UUID appointment(ClinicUnderTest stipple, String canary, PatientId person) {
        var arrangements = stipple.the(Arrangements.class);
        Room room = arrangements.openRoom(canary + " room");
        AccountId everybody = Acting.current().account();
        arrangements.works(
                everybody,
                Stream.of(DayOfWeek.values())
                        .map(day -> new WorkingTime(day, LocalTime.of(9, 0), LocalTime.of(17, 0)))
                        .toList());
        var appointments = stipple.the(Appointments.class);
        var slot = appointments.slot(
                AppointmentKind.CONSULTATION,
                everybody,
                room.id(),
                Optional.empty(),
                stipple.the(ClinicClock.class)
                        .today()
                        .plusDays(30)
                        .atTime(10, 0)
                        .atZone(Acting.current().zone())
                        .toInstant());
        return appointments.take(person, slot, Optional.empty()).id();
    }

    private static UUID event(ClinicUnderTest stipple, String canary, PatientId person, UUID session) {
        var opening = stipple.the(AdverseEvents.class)
                .open(
                        UUID.randomUUID(),
                        person,
                        new Source.ByHand(),
                        Optional.of(session),
                        new AdverseEvent.Said(
                                Kinds.other(canary + " reaction of the skin"),
                                Optional.empty(),
                                canary + " happened after it",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Outcome.OPEN,
                                Optional.empty()));
        return switch (opening) {
            case AdverseEvents.Opening.Opened(var id, var _) -> id;
            case AdverseEvents.Opening.NotOpened(var why) -> throw new IllegalStateException(String.join(" ", why));
        };
    }

    private static UUID asking(ClinicUnderTest stipple, PatientId person) {
        return stipple.the(OwnIntakes.class)
                .ask(person, "skinpen-precision", Operator.PHYSICIAN, Optional.empty())
                .id();
    }

    private static UUID incident(ClinicUnderTest stipple, String canary) {
        var id = UUID.randomUUID();
        var why = stipple.the(Incidents.class)
                .record(
                        id,
                        new Incident.Told(
                                Incident.Kind.OTHER,
                                Incident.Affected.NOBODY,
                                canary + " happened here",
                                canary + " was looked after",
                                Optional.of(canary + " lot"),
                                Optional.empty(),
                                stipple.the(ClinicClock.class).now()),
                        Optional.empty());
        if (!why.isEmpty()) {
            throw new IllegalStateException(String.join(" ", why));
        }
        return id;
    }

    private static UUID recall(ClinicUnderTest stipple, String canary) {
        stipple.the(Stock.class).recall("skinpen-precision", canary + "-recalled", "The seal of the pouch is open");
        return stipple.the(GoodsRecalls.class).all().getFirst().id();
    }

    private static UUID message(ClinicUnderTest stipple, String canary, PatientId person) {
        var messages = stipple.the(Messages.class);
        return Objects.requireNonNull(stipple.the(TransactionTemplate.class).execute(_ -> {
            messages.write(person, Message.Cause.RECALL, UUID.randomUUID(), canary + " words");
            return messages.of(person).getFirst().id();
        }));
    }

    private static UUID consents(ClinicUnderTest stipple, String canary, PatientId person, ShownCourse course) {
        var consents = stipple.the(Consents.class);
        for (Purpose purpose : Purpose.values()) {
            consents.give(
                    UUID.randomUUID(),
                    person,
                    purpose,
                    consents.text(purpose).sha256(),
                    purpose == Purpose.TREATMENT ? Optional.of(course) : Optional.empty(),
                    new Signer.ThePerson(canary + " given " + canary + " family"));
        }
        return consents.inForce(person, Purpose.MEASUREMENT, Optional.empty())
                .orElseThrow()
                .id();
    }

    private static UUID question(ClinicUnderTest stipple, String canary, PatientId person) {
        UUID question = UUID.randomUUID();
        stipple.the(Questions.class)
                .ask(question, person, Purpose.TEACHING, canary + " asks", Tongue.ENGLISH, UUID.randomUUID());
        return question;
    }

    private static UUID use(ClinicUnderTest stipple, String canary, PatientId person) {
        UUID use = UUID.randomUUID();
        stipple.the(PhotoUses.class)
                .enter(
                        use,
                        person,
                        Purpose.TEACHING,
                        canary + " cheeks",
                        canary + " class",
                        stipple.the(ClinicClock.class).today());
        return use;
    }

    private static UUID unit(ClinicUnderTest stipple, String canary, String serial) {
        var code = UnitCode.parse("(17)281130(10)" + canary + "(21)" + serial);
        return stipple.the(Stock.class)
                .receive("skinpen-precision", code, 1)
                .getFirst()
                .id();
    }

    private static UUID handpiece(ClinicUnderTest stipple, String canary) {
        return stipple.the(Handpieces.class)
                .receive("skinpen-precision", Optional.empty(), Optional.empty(), canary, Optional.empty())
                .id();
    }

    private static UUID photo(ClinicUnderTest stipple, PatientId person) {
        return stipple.the(Photos.class)
                .store(
                        UUID.randomUUID(),
                        person,
                        Optional.empty(),
                        PhotoView.PATCH,
                        stipple.the(ClinicClock.class).today(),
                        OptionalDouble.of(0.05),
                        skin())
                .id();
    }

    private static UUID upload(ClinicUnderTest stipple, PatientId person) {
        var upload = UUID.randomUUID();
        byte[] file = skin();
        var taken = Taken.fromFile(
                Optional.empty(),
                Moment.VISIT,
                PhotoView.PATCH,
                stipple.the(ClinicClock.class).today(),
                OptionalDouble.empty());
        stipple.the(Uploads.class)
                .announce(person, upload, new Uploads.Announced(taken, file.length, Sha256.hex(file)));
        return upload;
    }

    /// A photo of nobody: a tone of skin with noise.
    static byte[] skin() {
        var random = new Random(20261121);
        var image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                int light = random.nextInt(20);
                image.setRGB(x, y, (200 + light) << 16 | (160 + light) << 8 | (135 + light));
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", file)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
