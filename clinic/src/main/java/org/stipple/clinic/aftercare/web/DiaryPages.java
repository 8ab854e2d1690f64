package org.stipple.clinic.aftercare.web;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.web.ConcernViews.DiaryPage;
import org.stipple.clinic.aftercare.web.ConcernViews.EntryLine;
import org.stipple.clinic.aftercare.web.ConcernViews.LinkLine;
import org.stipple.clinic.aftercare.web.ConcernViews.RaisedLine;
import org.stipple.clinic.invitation.Errand;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.look.QrCode;

/// What a person wrote after a session, and the link by which they write.
@Controller
class DiaryPages {

    /// The last window in which a sign can show is a year; a link that ends sooner would end the way to a
    /// person.
    private static final Duration GOOD_FOR = Duration.ofDays(366);

    private static final String LETTER = "Here is your page for the days after your session: what to do, and how to "
            + "tell us how it is. / Aquí está su página para los días después de su sesión: qué hacer y cómo contarnos "
            + "cómo está.";

    private final Pages pages;
    private final Patients patients;
    private final Sessions sessions;
    private final Diary diary;
    private final Concerns concerns;
    private final Invitations invitations;
    private final DiaryWords words;
    private final PhotosOfEntries photos;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    DiaryPages(
            Pages pages,
            Patients patients,
            Sessions sessions,
            Diary diary,
            Concerns concerns,
            Invitations invitations,
            DiaryWords words,
            PhotosOfEntries photos,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.sessions = sessions;
        this.diary = diary;
        this.concerns = concerns;
        this.invitations = invitations;
        this.words = words;
        this.photos = photos;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/sessions/{session}/diary")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> diary(
            @PathVariable UUID id,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String done) {
        var page = transaction.execute(_ -> page(new PatientId(id), session, code, done));
        return pages.show("aftercare/diary", "/people", Objects.requireNonNull(page));
    }

    /// A photo that came with an entry. Each look is in the audit trail.
    @GetMapping("/people/{id}/sessions/{session}/diary/photos/{sent}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable UUID session, @PathVariable UUID sent) {
        var patient = new PatientId(id);
        return Objects.requireNonNull(transaction.execute(_ -> {
            DiaryEntry entry =
                    diary.find(patient, photos.entryOf(patient, sent)).orElseThrow(NotHere::new);
            if (!entry.session().equals(session)) {
                throw new NotHere();
            }
            return photos.picture(patient, sent);
        }));
    }

    @PostMapping("/people/{id}/sessions/{session}/diary/link")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> give(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            Session about = sessions.find(patient, session);
            Invitation link = invitations.invite(patient, Errand.AFTER, about.id(), GOOD_FOR);
            String here = "/people/" + id + "/sessions/" + session + "/diary?code=" + link.id();
            if (form.text("how").equals(Optional.of("code"))) {
                return here;
            }
            return here + "&done=" + (invitations.send(link, LETTER) ? "sent" : "none");
        }));
    }

    @PostMapping("/people/{id}/sessions/{session}/diary/link/{link}/end")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> takeBack(
            @PathVariable UUID id,
            @PathVariable UUID session,
            @PathVariable UUID link,
            @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            invitations.takeBack(new PatientId(id), link);
            return "/people/" + id + "/sessions/" + session + "/diary?done=ended";
        }));
    }

    private DiaryPage page(PatientId patient, UUID id, String code, String done) {
        ZoneId zone = Acting.current().zone();
        var person = patients.read(patient, "diary");
        Session session = sessions.find(patient, id);
        List<Invitation> links = invitations.of(patient, Errand.AFTER).stream()
                .filter(link -> link.about().equals(session.id()))
                .toList();
        List<Concern> raised = concerns.of(patient);
        return new DiaryPage(
                patient.toString(),
                person.name(),
                session.id().toString(),
                "Session " + session.number() + " of " + Days.full(LocalDate.ofInstant(session.startedAt(), zone)),
                ids.next(),
                links.stream()
                        .filter(link -> link.id().toString().equals(code) && link.isGood(clock.now()))
                        .findFirst()
                        .map(link -> QrCode.of(ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .build()
                                + link.path())),
                words(done),
                links.stream().map(link -> line(link, zone)).toList(),
                diary.of(patient, session.id()).stream()
                        .map(entry -> line(entry, raised, zone))
                        .toList());
    }

    private LinkLine line(Invitation link, ZoneId zone) {
        boolean good = link.isGood(clock.now());
        return new LinkLine(
                good ? link.id().toString() : "",
                "given " + Days.moment(link.madeAt(), zone) + " by " + link.madeBy() + ", "
                        + link.end()
                                .map(end -> "taken back " + Days.moment(end.at(), zone) + " by " + end.by())
                                .orElse((good ? "good until " : "over since ") + Days.moment(link.expiresAt(), zone)),
                ids.next());
    }

    private EntryLine line(DiaryEntry entry, List<Concern> raised, ZoneId zone) {
        return new EntryLine(
                Days.moment(entry.begunAt(), zone),
                words.answers(entry),
                photos.of(
                        entry.patient(),
                        entry.id(),
                        "/people/" + entry.patient() + "/sessions/" + entry.session() + "/diary/photos"),
                raised.stream()
                        .filter(concern -> concern.entry().equals(entry.id()))
                        .map(concern -> new RaisedLine(
                                words.sign(concern.sign()),
                                ConcernPages.href(concern),
                                concern.closed().isEmpty()))
                        .toList());
    }

    private static String words(String done) {
        return switch (done) {
            case "sent" -> "The link is on its way by the channels the person agreed to.";
            case "none" ->
                "The link is made, but the person has agreed to no channel, so nothing was sent. Let them scan the code, "
                        + "or write down under “Contact” how they may be written to.";
            case "ended" -> "The link was taken back. It opens nothing any more.";
            default -> "";
        };
    }
}
