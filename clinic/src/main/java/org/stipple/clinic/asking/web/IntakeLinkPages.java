package org.stipple.clinic.asking.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.asking.Asked;
import org.stipple.clinic.asking.OwnIntakes;
import org.stipple.clinic.asking.OwnIntakes.Came;
import org.stipple.clinic.asking.OwnIntakes.Given;
import org.stipple.clinic.asking.web.AskingViews.Choice;
import org.stipple.clinic.asking.web.AskingViews.LinkLine;
import org.stipple.clinic.asking.web.AskingViews.LinksPage;
import org.stipple.clinic.invitation.Invitation;
import org.stipple.clinic.invitation.Invitations;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.IntakeRevision;
import org.stipple.clinic.planning.Intakes;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.WholeAddress;
import org.stipple.clinic.web.look.QrCode;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Operator;
import org.stipple.protocol.PatientFacts;
import org.stipple.protocol.Premises;
import org.stipple.protocol.document.Field;

/// For whoever treats: sends the questions, shows them as a code, takes a link back, and looks at what came.
/// The front desk sends them, takes them back and sees that a link was used. It gets neither the answers nor
/// the link itself, behind which earlier answers stand beside what is asked again.
@Controller
class IntakeLinkPages {

    private final Pages pages;
    private final WholeAddress addresses;
    private final Patients patients;
    private final Intakes intakes;
    private final OwnIntakes own;
    private final Invitations invitations;
    private final OwnIntakeLooks looks;
    private final Knowledge knowledge;
    private final Once once;
    private final ClinicClock clock;
    private final Ids ids;
    private final TransactionTemplate transaction;

    IntakeLinkPages(
            Pages pages,
            WholeAddress addresses,
            Patients patients,
            Intakes intakes,
            OwnIntakes own,
            Invitations invitations,
            OwnIntakeLooks looks,
            Knowledge knowledge,
            Once once,
            ClinicClock clock,
            Ids ids,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.addresses = addresses;
        this.patients = patients;
        this.intakes = intakes;
        this.own = own;
        this.invitations = invitations;
        this.looks = looks;
        this.knowledge = knowledge;
        this.once = once;
        this.clock = clock;
        this.ids = ids;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/intake/links")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> links(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String code) {
        return show(HttpStatus.OK, new PatientId(id), List.of(), done, code);
    }

    /// What was done just now, where it is so: an address is typed by anybody, and kept from another day.
    private String words(String done, List<Given> given) {
        boolean isSo = switch (done) {
            case "sent", "none", "desk-none" -> given.stream().anyMatch(one -> isOpen(one.link()));
            case "ended" ->
                given.stream()
                        .anyMatch(one ->
                                one.link().end().filter(end -> !end.done()).isPresent());
            case "looked" ->
                given.stream()
                        .anyMatch(one -> one.came().flatMap(Came::lookedAt).isPresent());
            default -> false;
        };
        return switch (isSo ? done : "") {
            case "sent" -> "The link is on its way by the channels the person agreed to.";
            case "none" ->
                "The link is made, but the person has agreed to no channel, so nothing was sent. Let them scan the code, "
                        + "or write down under “Contact” how they may be written to.";
            case "desk-none" ->
                "The person has agreed to no channel, so nothing was sent. Write down under “Contact” how they may be "
                        + "written to, or ask somebody who treats to show them the code.";
            case "ended" -> "The link was taken back. It opens nothing any more.";
            case "looked" -> "Written down: you have looked at these answers.";
            default -> "";
        };
    }

    @PostMapping("/people/{id}/intake/links")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> ask(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        Optional<String> device = form.text("device")
                .filter(one -> devices().anyMatch(each -> each.id().equals(one)));
        Optional<Operator> operator =
                form.text("operator").flatMap(Operator::find).filter(one -> one != Operator.SELF);
        if (device.isEmpty() || operator.isEmpty()) {
            var problems = new ArrayList<String>();
            if (device.isEmpty()) {
                problems.add("Choose the device that is meant to be used. No patient is asked for it.");
            }
            if (operator.isEmpty()) {
                problems.add("Choose who is meant to treat. No patient is asked for it.");
            }
            return show(HttpStatus.UNPROCESSABLE_CONTENT, patient, problems, "", "");
        }
        boolean byMessage = !form.text("how").equals(Optional.of("code"));
        boolean reads = reads();
        if (!byMessage && !reads) {
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    patient,
                    List.of(
                            "Only somebody who treats shows the code: whoever has it can read earlier answers. Send the "
                                    + "questions instead."),
                    "",
                    "");
        }
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            Invitation link = own.ask(
                    patient, device.get(), operator.get(), form.text("premises").flatMap(Premises::find));
            String here = "/people/" + id + "/intake/links?code=" + link.id();
            if (!byMessage) {
                return here;
            }
            // Nothing clinical stands in a message: what it is about, the person learns behind the link.
            boolean sent = invitations.send(
                    link,
                    "Before your visit we have some questions for you. / Antes de su visita tenemos algunas preguntas.");
            return here + "&done=" + (sent ? "sent" : reads ? "none" : "desk-none");
        }));
    }

    @PostMapping("/people/{id}/intake/links/{asking}/end")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> takeBack(
            @PathVariable UUID id, @PathVariable UUID asking, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            own.takeBack(new PatientId(id), asking);
            return "/people/" + id + "/intake/links?done=ended";
        }));
    }

    @PostMapping("/people/{id}/intake/links/{asking}/looked")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> looked(
            @PathVariable UUID id, @PathVariable UUID asking, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        return Pages.seeOther(once.once(form.key(), form.body(), () -> {
            own.looked(new PatientId(id), asking);
            return "/people/" + id + "/intake/links?done=looked";
        }));
    }

    private ResponseEntity<String> show(
            HttpStatus status, PatientId patient, List<String> problems, String done, String code) {
        var page = transaction.execute(_ -> page(patient, problems, done, code));
        return pages.show(status, "asking/links", "/people", Objects.requireNonNull(page));
    }

    private LinksPage page(PatientId patient, List<String> problems, String done, String code) {
        Patient person = patients.read(patient, "questions by link");
        List<Given> given = own.given(patient);
        boolean reads = reads();
        // What was answered before fills nothing in for the desk.
        Optional<PatientFacts> newest = reads
                ? intakes.latest(patient)
                        .map(IntakeRevision::request)
                        .map(request -> PatientFacts.read(Field.root(request), clock.today()))
                : Optional.empty();
        String device =
                newest.map(PatientFacts::device).or(() -> lastAsked(given)).orElse("");
        String operator = newest.flatMap(facts -> facts.place().operator())
                .or(() -> Acting.current().profession())
                .or(intakes::usualOperator)
                .map(Operator::id)
                .orElse("");
        return new LinksPage(
                patient.toString(),
                person.name(),
                reads,
                ids.next(),
                problems,
                words(done, given),
                given.stream()
                        .filter(one -> reads && one.link().id().toString().equals(code) && isOpen(one.link()))
                        .findFirst()
                        .map(one -> code(one.link())),
                devices()
                        .map(each ->
                                new Choice(each.id(), each.name(), each.id().equals(device)))
                        .toList(),
                Stream.of(Operator.PHYSICIAN, Operator.NURSE, Operator.AESTHETICIAN)
                        .map(each -> new Choice(each.id(), each.id(), each.id().equals(operator)))
                        .toList(),
                Acting.current()
                                .jurisdiction()
                                .filter(knowledge::asksForPremises)
                                .isPresent()
                        ? Arrays.stream(Premises.values())
                                .map(each -> new Choice(
                                        each.id(),
                                        switch (each) {
                                            case PERMITTED -> "permitted by the law of this place";
                                            case OTHER -> "other";
                                        },
                                        newest.flatMap(facts -> facts.place().premises())
                                                .filter(each::equals)
                                                .isPresent()))
                                .toList()
                        : List.of(),
                given.stream().map(one -> line(patient, one)).toList());
    }

    /// Whether whoever acts reads answers.
    private static boolean reads() {
        return Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    private static Optional<String> lastAsked(List<Given> given) {
        return given.stream()
                .flatMap(one -> one.asked().stream())
                .map(Asked::device)
                .findFirst();
    }

    private Stream<Device> devices() {
        return knowledge.devices().stream().filter(device -> !device.forHome());
    }

    private QrCode code(Invitation link) {
        return QrCode.of(addresses.of(link.path()));
    }

    private boolean isOpen(Invitation link) {
        return link.isGood(clock.now());
    }

    private LinkLine line(PatientId patient, Given given) {
        Invitation link = given.link();
        boolean reads = reads();
        boolean waits =
                reads && given.came().filter(came -> came.lookedAt().isEmpty()).isPresent();
        return new LinkLine(
                link.id().toString(),
                link.about().toString(),
                state(given),
                "Given " + moment(link.madeAt()) + " by " + link.madeBy(),
                isOpen(link),
                waits,
                reads && given.came().filter(Came::callFirst).isPresent(),
                reads && given.came().isPresent()
                        ? looks.otherwise(Words.in(Tongue.ENGLISH), own.contradicted(patient, link.about()))
                        : List.of(),
                reads && given.came().isPresent()
                        ? looks.said(Words.in(Tongue.ENGLISH), own.said(patient, link.about()), "")
                        : List.of(),
                ids.next(),
                ids.next());
    }

    private String state(Given given) {
        Invitation link = given.link();
        if (given.came().isPresent()) {
            Came came = given.came().get();
            if (!reads()) {
                return "Used: the answers were sent " + moment(came.at()) + ". Whoever treats reads them.";
            }
            return "Answered by their own link " + moment(came.at())
                    + came.lookedBy()
                            .flatMap(who -> came.lookedAt().map(at -> "; looked at by " + who + ", " + moment(at)))
                            .orElse("; nobody who treats has looked at it yet")
                    + ".";
        }
        if (link.end().isPresent()) {
            var end = link.end().get();
            return "Taken back " + moment(end.at()) + " by " + end.by() + ".";
        }
        return isOpen(link)
                ? "Open until " + Days.near(day(link), clock.today()) + "."
                : "Its time was over " + Days.near(day(link), clock.today()) + ", without answers.";
    }

    private static LocalDate day(Invitation link) {
        return LocalDate.ofInstant(link.expiresAt(), Acting.current().zone());
    }

    private static String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }
}
