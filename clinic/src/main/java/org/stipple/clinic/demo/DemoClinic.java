package org.stipple.clinic.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.EmergencyWhy;
import org.stipple.clinic.access.FirstStart;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.booking.AppointmentKind;
import org.stipple.clinic.consent.Consents;
import org.stipple.clinic.consent.Purpose;
import org.stipple.clinic.consent.ShownCourse;
import org.stipple.clinic.consent.Signer;
import org.stipple.clinic.messages.Channel;
import org.stipple.clinic.messages.Contacts;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.outcome.Outcomes;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.photo.PhotoView;
import org.stipple.clinic.photo.Photos;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.planning.Signing;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.Endpoint;
import org.stipple.clinic.treatment.PlannedTime;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.Start;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.phantom.DemoScene;
import org.stipple.protocol.Finding;
import org.stipple.protocol.Kind;
import org.stipple.protocol.Operator;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.quantities.Fraction;
import org.stipple.quantities.Sex;
import org.stipple.quantities.SkinType;

/// Fills the demo by doing what a clinic does, through the same doors, in the past.
@Component
public class DemoClinic {

    /// Signs in everybody in the demo.
    public static final String PASSWORD = "a demo of stipple";

    private static final double PHANTOM_MM_PER_PX = 0.05;

    private final FirstStart first;
    private final Accounts accounts;
    private final Patients patients;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Courses courses;
    private final Consents consents;
    private final Stock stock;
    private final Handpieces handpieces;
    private final Sessions sessions;
    private final Photos photos;
    private final Outcomes outcomes;
    private final Contacts contacts;
    private final Messages messages;
    private final ClinicClock clock;
    private final Ids ids;
    private final ObjectProvider<DemoClock> time;
    private final BreakGlass glass;
    private final DemoIncidents incidents;
    private final DemoAdverse adverse;
    private final DemoScores scores;
    private final DemoBooking booking;
    private final DemoAtHome home;

    DemoClinic(
            FirstStart first,
            Accounts accounts,
            Patients patients,
            Intakes intakes,
            Screenings screenings,
            Courses courses,
            Consents consents,
            Stock stock,
            Handpieces handpieces,
            Sessions sessions,
            Photos photos,
            Outcomes outcomes,
            Contacts contacts,
            Messages messages,
            ClinicClock clock,
            Ids ids,
            ObjectProvider<DemoClock> time,
            BreakGlass glass,
            DemoIncidents incidents,
            DemoAdverse adverse,
            DemoScores scores,
            DemoBooking booking,
            DemoAtHome home) {
        this.home = home;
        this.booking = booking;
        this.scores = scores;
        this.glass = glass;
        this.first = first;
        this.accounts = accounts;
        this.patients = patients;
        this.intakes = intakes;
        this.screenings = screenings;
        this.courses = courses;
        this.consents = consents;
        this.stock = stock;
        this.handpieces = handpieces;
        this.sessions = sessions;
        this.photos = photos;
        this.outcomes = outcomes;
        this.contacts = contacts;
        this.messages = messages;
        this.clock = clock;
        this.ids = ids;
        this.time = time;
        this.incidents = incidents;
        this.adverse = adverse;
    }

    /// Who can sign in, for the lines at the start.
    public static List<String> signIns() {
        return List.of(
                "clinician (plans, signs, treats)",
                "second (signs where two have to)",
                "nurse (treats)",
                "desk (front desk)",
                "manager (stock)",
                "lead (privacy and safety)",
                "admin (accounts)",
                "auditor (audit trail)",
                "patient (no pages yet)");
    }

    /// Fills the clinic if there is none yet.
    ///
    /// @param progress is told what is being done
    public void fill(Consumer<String> progress) {
        if (first.token().isEmpty()) {
            return;
        }
        DemoClock past = time.getObject();
        past.daysAgo(150);
        Actor clinician = first.setUp(
                ids.next(),
                "Demo clinic",
                Optional.of("US"),
                ZoneId.of("UTC"),
                ids.next(),
                "clinician",
                "Dr. Noor Demo",
                PASSWORD,
                EnumSet.of(Role.SUPERVISING_CLINICIAN, Role.PRACTITIONER, Role.MANAGER, Role.ADMINISTRATOR),
                Optional.of(Operator.PHYSICIAN));
        Acting.doing(clinician, () -> people(past, progress));
        past.daysAgo(0);
    }

    private void people(DemoClock past, Consumer<String> progress) {
        accounts.add(
                ids.next(),
                "second",
                "Dr. Ari Demo",
                PASSWORD,
                Set.of(Role.SUPERVISING_CLINICIAN),
                Optional.of(Operator.PHYSICIAN));
        AccountId nurse = accounts.add(
                ids.next(), "nurse", "Sam Demo", PASSWORD, Set.of(Role.PRACTITIONER), Optional.of(Operator.NURSE));
        Actor desk = Acting.current()
                .colleague(
                        accounts.add(ids.next(), "desk", "Kim Demo", PASSWORD, Set.of(Role.FRONT_DESK)),
                        "Kim Demo",
                        Set.of(Role.FRONT_DESK));
        accounts.add(ids.next(), "manager", "Lee Demo", PASSWORD, Set.of(Role.MANAGER));
        accounts.add(ids.next(), "lead", "Robin Demo", PASSWORD, Set.of(Role.PRIVACY_AND_SAFETY_LEAD));
        accounts.add(ids.next(), "admin", "Toni Demo", PASSWORD, Set.of(Role.ADMINISTRATOR));
        accounts.add(ids.next(), "auditor", "Uma Demo", PASSWORD, Set.of(Role.AUDITOR));
        accounts.add(ids.next(), "patient", "Ines Ferreira", PASSWORD, Set.of(Role.PATIENT));
        receiveStock();

        progress.accept("demo: a course with its sessions, photos and readings");
        past.daysAgo(128);
        treated(past);

        past.daysAgo(24);
        recallable();

        past.daysAgo(9);
        PatientId pavel = treatedWithPhotos("Pavel", "Moreno", "1991-10-02", Sex.MALE, "104");
        past.daysAgo(3);
        PatientId olga = treatedWithPhotos("Olga", "Lindner", "1986-05-30", Sex.FEMALE, "105");

        past.daysAgo(2);
        var scars = DemoPeople.clear(3, List.of("acne-scars"), List.of("cheek-left", "cheek-right"));
        progress.accept("demo: people who wait, are asked, are refused, are ready");
        PatientId bruno = screened("Bruno", "Adler", "1987-03-14", Sex.MALE, without(scars, "keloid-history"));
        screened(
                "Chiara",
                "Basile",
                "1998-11-02",
                Sex.FEMALE,
                DemoPeople.with(scars, "peel", last(clock.today().minusDays(9))));
        screened("Farah", "Cohen", "1991-06-30", Sex.FEMALE, DemoPeople.with(scars, "pregnant", Document.of(true)));
        screened(
                "Hana",
                "Dvorak",
                "2001-01-19",
                Sex.FEMALE,
                DemoPeople.with(scars, "active-acne-in-zone", Document.texts(List.of("cheek-left"))));
        drafted(
                "Ines",
                "Ferreira",
                "1979-08-08",
                DemoPeople.clear(2, List.of("wrinkles"), List.of("periorbital-left", "periorbital-right", "forehead")));
        PatientId jonas = screened("Jonas", "Gruber", "1990-04-23", Sex.MALE, scars);
        UUID course = signed(jonas);
        progress.accept("demo: a whole face and two people more in the rooms");
        past.daysAgo(40);
        faced(past);
        past.daysAgo(0);
        stock.recall("skinpen-precision", "DEMO18", "the maker found open pouches in this lot (invented)");
        progress.accept("demo: two diaries, and links of each errand");
        home.isAsked(bruno);
        home.isToAgree(jonas, course);
        home.mayWrite(pavel);
        home.writes(pavel, List.of("none", "less", "none", "no", "no", "nothing"), Optional.empty());
        home.isTakenOn(pavel);
        home.mayWrite(olga);
        home.writes(olga, List.of("little", "more", "little", "no", "no", "nothing"), Optional.of(fromHome()));
        messages.reach(new Reach.Stated(
                Optional.of(new Telephone("555 0100")),
                Map.of(
                        Tongue.ENGLISH,
                        "Monday to Friday 9 to 17 (invented)",
                        Tongue.SPANISH,
                        "De lunes a viernes de 9 a 17 h (inventado)")));
        begun("Mara", "Jansen", "1993-12-05", "110");
        begun("Nele", "Keller", "1985-07-21", "111");
        incidents.fill();
        // From here on each session names its handpiece.
        var handpiece = handpieces.receive(
                "skinpen-precision", Optional.empty(), Optional.of("00850000000049"), "H-0007", Optional.empty());
        handpieces.serviced(handpiece.id(), clock.today().minusDays(20), "Yearly service by the maker (demo)");
        booking.arrange(nurse);
        booking.books(jonas, AppointmentKind.SESSION, clock.today());
        booking.books(bruno, AppointmentKind.CONSULTATION, clock.today());
        booking.books(bruno, AppointmentKind.CONSULTATION, clock.today().plusDays(45));
        booking.closes(clock.today().plusDays(45), "Training day of the team (invented)");
        var kira = new PatientId(ids.next());
        patients.register(kira, person("Kira", "Haas", "1995-05-05", Sex.FEMALE));
        Acting.doing(desk, () -> openedInEmergency(kira));
    }

    private void openedInEmergency(PatientId person) {
        List<String> refused = glass.open(
                ids.next(),
                person,
                EmergencyWhy.REACTION,
                "She rang about a swelling, and nobody who treats was in the house.",
                PASSWORD);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("the demo's emergency was refused: " + refused);
        }
    }

    private static Document.Mapping last(LocalDate day) {
        return Document.mapping().with("last", Document.of(day));
    }

    private static Document.Mapping without(Document.Mapping request, String path) {
        return DemoPeople.with(request, path, Document.UNKNOWN);
    }

    private static PatientDetails person(String given, String family, String born, Sex sex) {
        return new PatientDetails(given, family, LocalDate.parse(born), sex, Optional.empty(), Optional.empty());
    }

    private void receiveStock() {
        String device = "skinpen-precision";
        int year = clock.today().getYear() % 100;
        for (int serial = 1; serial <= 12; serial++) {
            stock.receive(
                    device,
                    UnitCode.parse("(01)00850000000018(17)" + (year + 2) + "0630(10)DEMO24(21)" + (100 + serial)),
                    1);
        }
        for (int serial = 1; serial <= 4; serial++) {
            stock.receive(
                    device,
                    UnitCode.parse("(01)00850000000018(17)" + (year + 2) + "0331(10)DEMO18(21)180" + serial),
                    1);
        }
        stock.quarantine(Goods.cartridges(
                device, UnitCode.parse("(01)00850000000018(17)" + (year - 1) + "0131(10)DEMO07(21)701"), 1));
        stock.receive(device, UnitCode.parse("(01)00850000000018(17)" + (year + 2) + "0630(10)DEMO13(21)1301"), 1);
        stock.recall(device, "DEMO13", "the maker recalled it: seal of the pouch (invented)");
        String until = "(17)" + (year + 2) + "0630(10)";
        stock.receive(new Goods(
                org.stipple.clinic.stock.Kind.ANAESTHETIC,
                "lmx4",
                Optional.of("LMX4 (demo)"),
                UnitCode.parse("(01)00850000000025" + until + "NUMB7(21)501"),
                1,
                Optional.empty()));
        stock.receive(new Goods(
                org.stipple.clinic.stock.Kind.ANAESTHETIC,
                "emla",
                Optional.of("EMLA (demo)"),
                UnitCode.parse(until + "NUMB8"),
                3,
                Optional.of("a tube of 5 g")));
        stock.receive(new Goods(
                org.stipple.clinic.stock.Kind.TOPICAL,
                "device-hydrogel",
                Optional.empty(),
                UnitCode.parse("(01)00850000000032" + until + "GEL3(21)301"),
                1,
                Optional.empty()));
        stock.receive(new Goods(
                org.stipple.clinic.stock.Kind.TOPICAL,
                "vitamin-c-serum",
                Optional.of("Glow C serum (demo)"),
                UnitCode.parse(until + "SERUM1(21)901"),
                1,
                Optional.empty()));
    }

    /// Three people whom a recall concerns: one may be written to by e-mail, one by text message, one by
    /// nothing.
    private void recallable() {
        var request = DemoPeople.clear(2, List.of("acne-scars"), List.of("cheek-left", "cheek-right"));
        treatedOnce("Lena", "Iversen", "1989-09-17", "lena.iversen@example.org", "", "1801", request);
        treatedOnce("Milan", "Jovic", "1994-12-03", "", "+1 202 555 0143", "1802", request);
        treatedOnce("Nadia", "Kessler", "1983-04-28", "", "+1 202 555 0172", "1803", request);
    }

    private void treatedOnce(
            String given,
            String family,
            String born,
            String email,
            String mobile,
            String serial,
            Document.Mapping request) {
        var id = new PatientId(ids.next());
        patients.register(
                id,
                new PatientDetails(
                        given,
                        family,
                        LocalDate.parse(born),
                        Sex.FEMALE,
                        Optional.of(mobile).filter(number -> !number.isEmpty()),
                        Optional.of(email).filter(address -> !address.isEmpty())));
        intakes.save(id, 0, request);
        screenings.screen(id);
        session(id, signed(id), "DEMO18", serial);
        if (!email.isEmpty()) {
            contacts.note(id, Channel.EMAIL, true);
        } else if (given.equals("Milan")) {
            contacts.note(id, Channel.SMS, true);
        }
    }

    /// A person of both cheeks after a first session, who agreed to photos.
    private PatientId treatedWithPhotos(String given, String family, String born, Sex sex, String serial) {
        PatientId id = screened(
                given,
                family,
                born,
                sex,
                DemoPeople.clear(2, List.of("acne-scars"), List.of("cheek-left", "cheek-right")));
        consents.give(
                ids.next(),
                id,
                Purpose.RECORD_PHOTOS,
                consents.text(Purpose.RECORD_PHOTOS).sha256(),
                Optional.empty(),
                new Signer.ThePerson(given + " " + family));
        session(id, signed(id), "DEMO24", serial);
        return id;
    }

    private static byte[] fromHome() {
        return new DemoScene(SkinType.II, DemoScene.Visit.BASELINE)
                .render()
                .photo()
                .jpeg(Fraction.ofValue(0.9));
    }

    private PatientId screened(String given, String family, String born, Sex sex, Document.Mapping request) {
        var id = new PatientId(ids.next());
        patients.register(id, person(given, family, born, sex));
        intakes.save(id, 0, request);
        screenings.screen(id);
        return id;
    }

    private PatientId drafted(String given, String family, String born, Document.Mapping request) {
        PatientId id = screened(given, family, born, Sex.FEMALE, request);
        courses.draft(ids.next(), id);
        return id;
    }

    /// Drafts, signs and takes consent.
    private UUID signed(PatientId id) {
        var plan = courses.draft(ids.next(), id).plan();
        Map<String, String> reasons = plan.course().screening().findings().stream()
                .filter(finding -> finding.kind() == Kind.SIGN_OFF)
                .collect(Collectors.toMap(
                        Finding::rule,
                        _ -> "Seen today and discussed with the person; the skin is calm (demo).",
                        (one, _) -> one));
        var signed = switch (courses.sign(id, plan.id(), plan.sha256(), reasons, PASSWORD)) {
            case Signing.Signed(var course) -> course;
            case Signing.AwaitsSecond _ ->
                throw new IllegalStateException("the demo's course waits for a second signature");
            case Signing.Refused(var why) ->
                throw new IllegalStateException("the demo's course was not signed: " + why);
        };
        consents.give(
                ids.next(),
                id,
                Purpose.TREATMENT,
                consents.text(Purpose.TREATMENT).sha256(),
                Optional.of(ShownCourse.of(signed)),
                new Signer.ThePerson(patients.read(id, "demo").name()));
        return plan.id();
    }

    private void treated(DemoClock past) {
        var request = DemoPeople.clear(3, List.of("acne-scars"), List.of("cheek-left", "cheek-right"));
        PatientId id = screened("Amara", "Okafor", "1992-02-11", Sex.FEMALE, request);
        for (Purpose purpose : List.of(Purpose.RECORD_PHOTOS, Purpose.MEASUREMENT)) {
            consents.give(
                    ids.next(),
                    id,
                    purpose,
                    consents.text(purpose).sha256(),
                    Optional.empty(),
                    new Signer.ThePerson("Amara Okafor"));
        }
        UUID course = signed(id);
        UUID baseline = photo(id, DemoScene.Visit.BASELINE);
        scores.before(id);
        int serial = 101;
        for (int daysAgo : List.of(126, 96, 66)) {
            past.daysAgo(daysAgo);
            session(id, course, "DEMO24", String.valueOf(serial++));
            scores.reacted(id);
        }
        past.daysAgo(56);
        adverse.opened(id);
        past.daysAgo(50);
        adverse.over(id);
        past.daysAgo(36);
        outcomes.measure(ids.next(), id, baseline, Optional.of(photo(id, DemoScene.Visit.MONTH_1)));
        past.daysAgo(2);
        screenings.screen(id);
        UUID later = photo(id, DemoScene.Visit.MONTH_3);
        outcomes.measure(ids.next(), id, baseline, Optional.of(later));
        scores.after(id);
    }

    /// Thirteen zones of a face: a first session that was closed, and a second that is open today.
    private void faced(DemoClock past) {
        PatientId id = screened(
                "Lena",
                "Ivarsson",
                "1988-09-17",
                Sex.FEMALE,
                DemoPeople.clear(2, List.of("acne-scars"), DemoPeople.WHOLE_FACE));
        UUID course = signed(id);
        past.daysAgo(38);
        session(id, course, "DEMO24", "107");
        past.daysAgo(0);
        screenings.screen(id);
        started(id, course, "DEMO24", "109");
    }

    /// A first session that is open today.
    private void begun(String given, String family, String born, String serial) {
        var scars = DemoPeople.clear(2, List.of("acne-scars"), List.of("cheek-left", "cheek-right"));
        PatientId id = screened(given, family, born, Sex.FEMALE, scars);
        started(id, signed(id), "DEMO24", serial);
    }

    private UUID photo(PatientId id, DemoScene.Visit visit) {
        byte[] jpeg = new DemoScene(SkinType.III, visit).render().photo().jpeg(Fraction.ofValue(0.95));
        return photos.store(
                        ids.next(),
                        id,
                        Optional.empty(),
                        PhotoView.PATCH,
                        clock.today(),
                        OptionalDouble.of(PHANTOM_MM_PER_PX),
                        jpeg)
                .id();
    }

    private void session(PatientId id, UUID course, String lot, String serial) {
        UUID session = started(id, course, lot, serial);
        for (ZonePlan zone : courses.find(id, course).plan().course().zones()) {
            if (zone instanceof ZonePlan.Planned plan) {
                sessions.chart(id, session, plan.id(), asPlanned(plan));
            }
        }
        List<String> why = sessions.close(id, session, "Tolerated well (demo).", PASSWORD);
        if (!why.isEmpty()) {
            throw new IllegalStateException("the demo's session was not closed: " + why);
        }
    }

    private UUID started(PatientId id, UUID course, String lot, String serial) {
        intakes.latest(id).ifPresent(latest -> intakes.confirm(id, latest.number()));
        var units = stock.all().stream()
                .filter(unit -> unit.lot().equals(lot) && unit.serial().equals(serial))
                .map(org.stipple.clinic.stock.StockUnit::id)
                .toList();
        return switch (sessions.start(ids.next(), id, course, units)) {
            case Start.NotStarted(var why) ->
                throw new IllegalStateException("the demo's session did not start: " + why);
            case Start.Started(var session) -> session.id();
        };
    }

    private static Done asPlanned(ZonePlan.Planned plan) {
        var done = new Done(
                plan.depth().chosen(),
                plan.passes(),
                plan.directions(),
                plan.glide(),
                Endpoint.PINPOINT_BLEEDING,
                Optional.of(3),
                Optional.empty());
        return PlannedTime.of(plan)
                .map(time -> done.withOnSkin(time.time().truncatedTo(ChronoUnit.SECONDS)))
                .orElse(done);
    }
}
