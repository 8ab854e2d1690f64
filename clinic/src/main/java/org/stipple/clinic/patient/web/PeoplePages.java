package org.stipple.clinic.patient.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.BreakGlass;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;
import org.stipple.clinic.patient.Chapter;
import org.stipple.clinic.patient.Correction;
import org.stipple.clinic.patient.ForAClinician;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.PatientDetails;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.patient.Unexplained;
import org.stipple.clinic.patient.web.PeopleViews.DetailsPage;
import org.stipple.clinic.patient.web.PeopleViews.PeoplePage;
import org.stipple.clinic.patient.web.PeopleViews.PersonLine;
import org.stipple.clinic.patient.web.PeopleViews.PersonPage;
import org.stipple.clinic.patient.web.PeopleViews.TrailLine;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.TimelineItem;
import org.stipple.quantities.Sex;

/// The list of people, a person's page, and what is written down about them.
@Controller
class PeoplePages {

    private static final int TRAIL_LINES = 50;

    /// What stands on the time line at the top of a person's page.
    private static final Set<String> TRACKED = Set.of("session", "photo", "reaction", "deferral");

    /// More than that is further down the page, in words.
    private static final int TRACK_LENGTH = 60;

    private final Pages pages;
    private final Patients patients;
    private final AuditTrail trail;
    private final List<Chapter> chapters;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;
    private final BreakGlass glass;

    PeoplePages(
            Pages pages,
            Patients patients,
            AuditTrail trail,
            List<Chapter> chapters,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction,
            BreakGlass glass) {
        this.glass = glass;
        this.pages = pages;
        this.patients = patients;
        this.trail = trail;
        this.chapters = List.copyOf(chapters);
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR
    })
    ResponseEntity<String> list(@RequestParam(defaultValue = "") String q) {
        boolean seesPeople = Acting.current()
                .isOneOf(
                        Role.FRONT_DESK,
                        Role.PRACTITIONER,
                        Role.SUPERVISING_CLINICIAN,
                        Role.MANAGER,
                        Role.PRIVACY_AND_SAFETY_LEAD);
        LocalDate today = clock.today();
        List<PersonLine> people = seesPeople
                ? patients.search(q).stream().map(person -> line(person, today)).toList()
                : List.of();
        return pages.show("people/list", "/people", new PeoplePage(q, people, seesPeople, writes()));
    }

    /// Whether whoever acts writes down and corrects who somebody is.
    private static boolean writes() {
        return Acting.current().isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
    }

    private static PersonLine line(Patient person, LocalDate today) {
        return new PersonLine(
                "/people/" + person.id(),
                person.details().familyName() + ", " + person.details().givenName(),
                person.ageOn(today) + " years, born "
                        + Days.full(person.details().birthDate()));
    }

    @GetMapping("/people/new")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> blank() {
        return pages.show("people/details", "/people", DetailsPage.blank(ids.next()));
    }

    @PostMapping("/people")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> register(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            PatientDetails details = details(form);
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                // Within, so that a form that comes twice is led to its person instead of being asked about them.
                List<PersonLine> alike = form.text("another").isEmpty() ? alike(details) : List.of();
                if (!alike.isEmpty()) {
                    throw new Alike(alike);
                }
                var person = patients.register(new PatientId(ids.next()), details);
                return "/people/" + person.id();
            }));
        } catch (Alike found) {
            return again(DetailsPage.asks(form, ids.next(), found.people));
        } catch (Refusal refusal) {
            return again(DetailsPage.of("", 0, form, ids.next(), refusal.why()));
        }
    }

    /// Somebody of this name and birth date is here: nothing is written before it is asked whether it is they.
    private static final class Alike extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<PersonLine> people;

        Alike(List<PersonLine> people) {
            super("somebody alike is here", null, false, false);
            this.people = people;
        }
    }

    private List<PersonLine> alike(PatientDetails details) {
        LocalDate today = clock.today();
        return patients.alike(details).stream()
                .map(person -> line(person, today))
                .toList();
    }

    @GetMapping("/people/{id}/details")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> details(@PathVariable UUID id) {
        var person = patients.read(new PatientId(id), "details");
        return pages.show("people/details", "/people", DetailsPage.of(person, ids.next()));
    }

    @PostMapping("/people/{id}/details")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> correct(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        int version = form.integer("version", "version");
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                patients.correct(
                        new PatientId(id),
                        version,
                        details(form),
                        form.text("reason").orElse(""));
                return "/people/" + id;
            }));
        } catch (ForAClinician refused) {
            trail.refused(Optional.of(new PatientId(id)), "details not corrected");
            return again(DetailsPage.of(id.toString(), version, form, ids.next(), List.of(refused.getMessage() + "")));
        } catch (Unexplained unexplained) {
            return again(DetailsPage.explain(id.toString(), version, form, ids.next(), unexplained.getMessage() + ""));
        } catch (ChangedMeanwhile changed) {
            return again(DetailsPage.of(id.toString(), version, form, ids.next(), List.of(changed.getMessage() + "")));
        } catch (Refusal refusal) {
            return again(DetailsPage.of(id.toString(), version, form, ids.next(), refusal.why()));
        }
    }

    private ResponseEntity<String> again(DetailsPage page) {
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "people/details", "/people", page);
    }

    private PatientDetails details(Form form) {
        String birth = form.required("birthDate", "Date of birth");
        LocalDate born = date(birth);
        if (born.isAfter(clock.today()) || born.isBefore(clock.today().minusYears(120))) {
            throw new Refusal(List.of("“Date of birth” was " + birth + ", expected a day in the last 120 years."));
        }
        return new PatientDetails(
                name(form, "givenName", "Given name"),
                name(form, "familyName", "Family name"),
                born,
                Sex.find(form.required("sex", "Sex"))
                        .orElseThrow(() -> new Refusal(List.of("“Sex” is empty; please choose."))),
                form.text("phone"),
                form.text("email"));
    }

    private static String name(Form form, String field, String words) {
        String name = form.required(field, words);
        if (name.length() > PatientDetails.LONGEST_NAME) {
            throw new Refusal(List.of("“" + words + "” had " + name.length() + " characters, expected at most "
                    + PatientDetails.LONGEST_NAME + "."));
        }
        return name;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new Refusal(List.of("“Date of birth” was " + text + ", expected a date such as 1990-04-23."));
        }
    }

    @GetMapping("/people/{id}")
    @Allowed({Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN, Role.MANAGER, Role.PRIVACY_AND_SAFETY_LEAD
    })
    ResponseEntity<String> person(@PathVariable UUID id) {
        boolean clinical = Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)
                || glass.openUntil(new PatientId(id)).isPresent();
        PersonPage page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "person's page");
            List<Chapter.Told> told = chapters.stream()
                    .flatMap(
                            chapter -> clinical ? Stream.of(chapter.tell(person)) : chapter.tellOthers(person).stream())
                    .sorted(Comparator.comparingInt(Chapter.Told::order))
                    .toList();
            return page(person, clinical, told);
        });
        return pages.show("people/person", "/people", java.util.Objects.requireNonNull(page));
    }

    private PersonPage page(Patient person, boolean clinical, List<Chapter.Told> told) {
        LocalDate today = clock.today();
        List<TimelineItem> events = told.stream()
                .flatMap(chapter -> chapter.events().stream())
                .sorted(Comparator.comparing(TimelineItem::date).reversed())
                .toList();
        var corrected = patients.correctedSinceScreened(person.id());
        boolean works = Acting.current().isOneOf(Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN);
        // What the chapters would do next rests on a judgement that is about somebody else by now.
        Optional<Chapter.Link> next = works && corrected.isPresent()
                ? Optional.of(new Chapter.Link("Screen again", "/people/" + person.id() + "/intake"))
                : told.stream()
                        .flatMap(chapter -> chapter.next().stream())
                        .filter(_ -> works)
                        .findFirst();
        return new PersonPage(
                person.id().toString(),
                person.name(),
                person.ageOn(today) + " years, " + person.details().sex().id() + ", born "
                        + Days.full(person.details().birthDate()),
                corrected.map(correction -> words(correction, clinical)).orElse(""),
                writes(),
                !clinical && BreakGlass.mayBreak(Acting.current()),
                Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR),
                next,
                track(events),
                told,
                events);
    }

    /// What is seen at a glance, in the order in which it happened: sessions, photos, reactions, deferrals.
    private static List<TimelineItem> track(List<TimelineItem> newestFirst) {
        return newestFirst.stream()
                .filter(item -> TRACKED.contains(item.kind()))
                .limit(TRACK_LENGTH)
                .sorted(Comparator.comparing(TimelineItem::date))
                .toList();
    }

    private static String words(Correction correction, boolean clinical) {
        var on = LocalDate.ofInstant(correction.at(), Acting.current().zone());
        return correction.what() + " on " + Days.full(on) + " by " + correction.by()
                + (clinical ? " (“" + correction.reason() + "”)" : "")
                + ", and nobody screened this person since. "
                + (clinical ? "Screen again before anything is planned or done." : "A clinician screens again.");
    }

    @GetMapping("/people/{id}/trail")
    @Allowed({Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD, Role.AUDITOR})
    ResponseEntity<String> trail(@PathVariable UUID id) {
        var patient = new PatientId(id);
        // An auditor sees no names.
        boolean named = Acting.current().isOneOf(Role.SUPERVISING_CLINICIAN, Role.PRIVACY_AND_SAFETY_LEAD);
        PeopleViews.TrailPage page = transaction.execute(_ -> {
            var person = patients.read(patient, "audit trail");
            return new PeopleViews.TrailPage(
                    named ? person.name() : "Record " + id,
                    named ? "/people/" + id : "",
                    trail.about(patient, TRAIL_LINES).stream()
                            .map(entry -> new TrailLine(
                                    Days.moment(entry.at(), Acting.current().zone()),
                                    entry.who(),
                                    entry.act(),
                                    entry.what()))
                            .toList());
        });
        return pages.show("people/trail", "/people", java.util.Objects.requireNonNull(page));
    }
}
