package org.stipple.clinic.outcome.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.stipple.clinic.outcome.Score;
import org.stipple.clinic.outcome.Scores;
import org.stipple.clinic.outcome.Scores.Answered;
import org.stipple.clinic.outcome.Scores.NotScored;
import org.stipple.clinic.outcome.Scores.Said;
import org.stipple.clinic.outcome.web.AboutCourse.About;
import org.stipple.clinic.outcome.web.ResultViews.Option;
import org.stipple.clinic.outcome.web.ResultViews.ScaleLine;
import org.stipple.clinic.outcome.web.ResultViews.ScalesPage;
import org.stipple.clinic.outcome.web.ResultViews.ScorePage;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Identities;
import org.stipple.clinic.planning.PlannedZones;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.OutcomeScale;
import org.stipple.quantities.ZoneId;

/// Judging by a scale, and correcting what was judged.
@Controller
class ScorePages {

    private static final int LONGEST = 200;

    private final Pages pages;
    private final Patients patients;
    private final Scores scores;
    private final Sessions sessions;
    private final Courses courses;
    private final AboutCourse about;
    private final Identities identities;
    private final Knowledge knowledge;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    ScorePages(
            Pages pages,
            Patients patients,
            Scores scores,
            Sessions sessions,
            Courses courses,
            AboutCourse about,
            Identities identities,
            Knowledge knowledge,
            Once once,
            Ids ids,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.scores = scores;
        this.sessions = sessions;
        this.courses = courses;
        this.about = about;
        this.identities = identities;
        this.knowledge = knowledge;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/people/{id}/scores")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> scales(@PathVariable UUID id, @RequestParam Optional<String> scale) {
        return scale.isPresent()
                ? form(HttpStatus.OK, id, Optional.empty(), scale.get(), Optional.empty(), List.of())
                : choice(id);
    }

    private ResponseEntity<String> choice(UUID id) {
        var page = transaction.execute(_ -> {
            Patient person = patients.read(new PatientId(id), "scales");
            About course = about.of(person.id());
            return new ScalesPage(
                    id.toString(),
                    person.name(),
                    identities.of(person),
                    lines(id, scale -> serves(scale, course)),
                    lines(id, scale -> !serves(scale, course)));
        });
        return pages.show("outcome/scales", "/people", Objects.requireNonNull(page));
    }

    private static boolean serves(OutcomeScale scale, About course) {
        return scale.indications().stream().anyMatch(course.indications()::contains);
    }

    private List<ScaleLine> lines(UUID id, java.util.function.Predicate<OutcomeScale> shown) {
        return knowledge.scales().stream()
                .filter(shown)
                .map(scale -> new ScaleLine(
                        scale.name(),
                        scale.of(),
                        "scored by the "
                                + scale.scoredBy().stream()
                                        .map(OutcomeScale.By::id)
                                        .collect(Collectors.joining(" and by the ")),
                        "/people/" + id + "/scores?scale=" + scale.id()))
                .toList();
    }

    @PostMapping("/people/{id}/scores")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> record(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        patients.read(patient, "scales");
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                scores.record(ids.next(), patient, said(form));
                return "/people/" + id + "/outcome#scales";
            }));
        } catch (NotScored refused) {
            return again(id, Optional.empty(), form, refused.why());
        } catch (Refusal refusal) {
            return again(id, Optional.empty(), form, refusal.why());
        }
    }

    @GetMapping("/people/{id}/scores/{score}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> score(@PathVariable UUID id, @PathVariable UUID score) {
        String scale = scores.find(new PatientId(id), score).scale().id();
        return form(HttpStatus.OK, id, Optional.of(score), scale, Optional.empty(), List.of());
    }

    @PostMapping("/people/{id}/scores/{score}")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> correct(
            @PathVariable UUID id, @PathVariable UUID score, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        var patient = new PatientId(id);
        scores.find(patient, score);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                scores.correct(
                        ids.next(),
                        patient,
                        score,
                        said(form),
                        form.text("reason").orElse(""));
                return "/people/" + id + "/outcome#scales";
            }));
        } catch (NotScored refused) {
            return again(id, Optional.of(score), form, refused.why());
        } catch (Refusal refusal) {
            return again(id, Optional.of(score), form, refusal.why());
        }
    }

    private ResponseEntity<String> again(UUID id, Optional<UUID> corrected, Form form, List<String> problems) {
        return form(
                HttpStatus.UNPROCESSABLE_CONTENT,
                id,
                corrected,
                form.text("scale").orElse(""),
                Optional.of(form),
                problems);
    }

    private static Said said(Form form) {
        return new Said(
                form.required("scale", "Scale"),
                rater(form),
                answered(form),
                form.text("variant").map(ScorePages::shortened),
                zones(form),
                day(form),
                beside(form));
    }

    private static String shortened(String variant) {
        if (variant.length() > LONGEST) {
            throw new Refusal(
                    List.of("“Variant” had " + variant.length() + " characters, expected at most " + LONGEST + "."));
        }
        return variant;
    }

    private static Scores.By rater(Form form) {
        return switch (form.required("rater", "Who judges")) {
            case "patient" ->
                new Scores.By.ThePerson(form.text("way")
                        .flatMap(Score.Way::find)
                        .orElseThrow(() -> new Refusal(List.of("Say how the person’s own answer came here."))));
            default ->
                new Scores.By.Me(
                        form.text("blinding").flatMap(Score.Blinding::find).orElse(Score.Blinding.NOT_SAID));
        };
    }

    private static Answered answered(Form form) {
        Optional<Score.Answer.Why> none = form.text("answer").flatMap(Score.Answer.Why::find);
        String total = form.text("total")
                .or(() -> form.text("answer").filter(_ -> none.isEmpty()))
                .orElse("");
        if (none.isPresent() && total.isEmpty()) {
            return new Answered.None(none.get());
        }
        if (none.isPresent()) {
            throw new Refusal(List.of(
                    "There was a score, " + total + ", and also “" + none.get().words() + "”. Leave one of them out."));
        }
        if (total.isEmpty()) {
            throw new Refusal(List.of("Choose a score, or say why there is none."));
        }
        try {
            var number = new BigDecimal(total.replace(',', '.'));
            if (number.precision() > 8 || Math.abs(number.scale()) > 4) {
                throw new NumberFormatException(total);
            }
            return new Answered.Total(number);
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("The score was “" + total + "”, expected a number such as 2."));
        }
    }

    private static Set<ZoneId> zones(Form form) {
        return form.texts("zone").stream()
                .flatMap(zone -> ZoneId.find(zone).stream())
                .collect(Collectors.toSet());
    }

    private static LocalDate day(Form form) {
        String text = form.required("on", "Judged on");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw new Refusal(List.of("“Judged on” was " + text + ", expected a date such as 2026-11-20."));
        }
    }

    private static Optional<Score.Beside> beside(Form form) {
        return form.text("beside").map(text -> {
            String[] parts = text.split(":", 2);
            try {
                return new Score.Beside(
                        UUID.fromString(parts[parts.length - 1]),
                        Score.Side.find(parts[0]).orElseThrow());
            } catch (java.util.NoSuchElementException | IllegalArgumentException strange) {
                throw new Refusal(List.of("“Where in the course” is not one of the choices."));
            }
        });
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            UUID id,
            Optional<UUID> corrected,
            String scaleId,
            Optional<Form> sent,
            List<String> problems) {
        var page = transaction.execute(_ -> page(new PatientId(id), corrected, scaleId, sent, problems));
        return pages.show(status, "outcome/score", "/people", Objects.requireNonNull(page));
    }

    private ScorePage page(
            PatientId patient, Optional<UUID> corrected, String scaleId, Optional<Form> sent, List<String> problems) {
        Patient person = patients.read(patient, "scales");
        OutcomeScale scale = scores.scale(scaleId).orElseThrow(NoSuchPatient::new);
        List<Session> treated = sessions.of(patient);
        List<Score> all = scores.of(patient);
        Optional<Score> before = corrected.flatMap(
                one -> all.stream().filter(score -> score.id().equals(one)).findFirst());
        var shown = new Shown(sent, before);
        var looks = new ScoreLooks(knowledge, treated, Acting.current().zone());
        String base = "/people/" + patient + "/scores";
        return new ScorePage(
                patient.toString(),
                person.name(),
                identities.of(person),
                corrected.map(one -> base + "/" + one).orElse(base),
                ids.next(),
                scale.id(),
                scale.name(),
                scale.of(),
                ScoreLooks.range(
                        BigDecimal.valueOf(scale.least()), BigDecimal.valueOf(scale.most()), scale.lowerIsBetter()),
                looks.says(scale),
                scale.scoredBy().contains(OutcomeScale.By.CLINICIAN),
                scale.scoredBy().contains(OutcomeScale.By.PATIENT),
                scale.grades().stream()
                        .map(grade -> option(String.valueOf(grade.score()), grade.says(), shown.answer()))
                        .toList(),
                scale.step().toPlainString(),
                Arrays.stream(Score.Blinding.values())
                        .map(one -> option(one.id(), one.words(), shown.blinding()))
                        .toList(),
                Stream.of(Score.Way.ROOM, Score.Way.PAPER)
                        .map(one -> option(one.id(), one.words(), shown.way()))
                        .toList(),
                Arrays.stream(Score.Answer.Why.values())
                        .filter(why -> why != Score.Answer.Why.MISTAKEN || corrected.isPresent())
                        .map(why -> option(why.id(), why.words(), shown.answer()))
                        .toList(),
                zones(patient, all, shown),
                moments(treated, shown),
                shown.total(),
                shown.day(clock.today()),
                shown.text("variant", score -> score.told().variant().orElse("")),
                shown.text("reason", _ -> ""),
                shown.rater(scale),
                before.map(score -> sentence(looks, score)).orElse(""),
                before.map(score -> history(looks, score, all)).orElse(List.of()),
                problems);
    }

    /// What the form shows: what was sent, or else what is corrected, or else nothing.
    private record Shown(Optional<Form> sent, Optional<Score> before) {

        String text(String field, java.util.function.Function<Score, String> of) {
            return sent.map(form -> form.text(field).orElse(""))
                    .or(() -> before.map(of))
                    .orElse("");
        }

        String answer() {
            return text("answer", score -> switch (score.told().answer()) {
                case Score.Answer.Given(var total, var _) ->
                    total.stripTrailingZeros().toPlainString();
                case Score.Answer.Absent(var why) -> why.id();
            });
        }

        String total() {
            return text(
                    "total",
                    score -> score.total()
                            .map(total -> total.stripTrailingZeros().toPlainString())
                            .orElse(""));
        }

        String blinding() {
            String said = text("blinding", score -> switch (score.told().rater()) {
                case Score.Rater.Clinician(var _, var blinding) -> blinding.id();
                case Score.Rater.ThePerson _ -> "";
            });
            return said.isEmpty() ? Score.Blinding.NOT_SAID.id() : said;
        }

        String way() {
            String said = text("way", score -> switch (score.told().rater()) {
                case Score.Rater.Clinician _ -> "";
                case Score.Rater.ThePerson(var _, var way) -> way.id();
            });
            return said.isEmpty() ? Score.Way.ROOM.id() : said;
        }

        String rater(OutcomeScale scale) {
            String said = text("rater", score -> score.told().rater().by().id());
            return said.isEmpty() && scale.scoredBy().size() == 1
                    ? scale.scoredBy().iterator().next().id()
                    : said;
        }

        String day(LocalDate today) {
            String said = text("on", score -> score.told().on().toString());
            return said.isEmpty() ? today.toString() : said;
        }

        Set<String> zones() {
            return sent.map(form -> Set.copyOf(form.texts("zone")))
                    .or(() -> before.map(score ->
                            score.told().zones().stream().map(ZoneId::id).collect(Collectors.toUnmodifiableSet())))
                    .orElse(Set.of());
        }

        Optional<String> beside() {
            return sent.map(form -> form.text("beside").orElse(""))
                    .or(() -> before.map(score -> score.told()
                            .beside()
                            .map(beside -> beside.side().id() + ":" + beside.session())
                            .orElse("")));
        }
    }

    private static Option option(String value, String words, String chosen) {
        return new Option(value, words, value.equals(chosen));
    }

    /// The zones that are planned, and those of which something was judged before.
    private List<Option> zones(PatientId patient, List<Score> all, Shown shown) {
        var zones = new LinkedHashSet<ZoneId>();
        courses.of(patient).stream()
                .findFirst()
                .map(CourseRecord::plan)
                .ifPresent(plan -> zones.addAll(PlannedZones.of(plan)));
        all.forEach(score -> zones.addAll(score.told().zones()));
        var chosen = shown.zones();
        return zones.stream()
                .sorted()
                .map(zone -> new Option(zone.id(), zone.words(), chosen.contains(zone.id())))
                .toList();
    }

    /// Before and after each session; after the newest, unless something else was said.
    private List<Option> moments(List<Session> treated, Shown shown) {
        String chosen = shown.beside()
                .orElseGet(() -> treated.stream()
                        .findFirst()
                        .map(newest -> Score.Side.AFTER.id() + ":" + newest.id())
                        .orElse(""));
        var moments = new ArrayList<Option>();
        for (Session session : treated) {
            LocalDate day =
                    LocalDate.ofInstant(session.startedAt(), Acting.current().zone());
            for (Score.Side side : List.of(Score.Side.AFTER, Score.Side.BEFORE)) {
                long days = ChronoUnit.DAYS.between(day, clock.today());
                String words = (side == Score.Side.AFTER ? "After session " : "Before session ") + session.number()
                        + ", " + Days.full(day)
                        + (side == Score.Side.AFTER && days > 0
                                ? ", " + days + (days == 1 ? " day" : " days") + " ago"
                                : "");
                moments.add(option(side.id() + ":" + session.id(), words, chosen));
            }
        }
        moments.add(option("", treated.isEmpty() ? "Before any session" : "Not tied to a session", chosen));
        return moments;
    }

    private static String sentence(ScoreLooks looks, Score score) {
        return score.total().map(ScoreLooks::plain).orElse("no answer") + " " + looks.when(score) + ", by "
                + score.told().rater().name() + ", " + score.told().where();
    }

    /// What it corrected, and what that corrected.
    private static List<String> history(ScoreLooks looks, Score score, List<Score> all) {
        var history = new ArrayList<String>();
        Optional<Score> at = Optional.of(score);
        while (at.isPresent() && at.get().correction().isPresent()) {
            var correction = at.get().correction().orElseThrow();
            at = all.stream().filter(one -> one.id().equals(correction.of())).findFirst();
            at.ifPresent(
                    one -> history.add(sentence(looks, one) + "; corrected because “" + correction.reason() + "”"));
        }
        return history;
    }
}
