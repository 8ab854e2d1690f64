package org.stipple.clinic.aftercare.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.aftercare.AboutAnswers;
import org.stipple.clinic.aftercare.AftercareSheet;
import org.stipple.clinic.aftercare.AftercareSheets;
import org.stipple.clinic.aftercare.AnswerWords;
import org.stipple.clinic.aftercare.Concern;
import org.stipple.clinic.aftercare.Concerns;
import org.stipple.clinic.aftercare.Diary;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.DiaryQuestion;
import org.stipple.clinic.aftercare.Healing;
import org.stipple.clinic.aftercare.HealingDays;
import org.stipple.clinic.aftercare.Triage;
import org.stipple.clinic.aftercare.web.OwnAfterViews.AfterPage;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Answer;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Asked;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Bar;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Call;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Disputed;
import org.stipple.clinic.aftercare.web.OwnAfterViews.EntryPage;
import org.stipple.clinic.aftercare.web.OwnAfterViews.GivenLine;
import org.stipple.clinic.aftercare.web.OwnAfterViews.PhotoPart;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Signs;
import org.stipple.clinic.aftercare.web.OwnAfterViews.StepLine;
import org.stipple.clinic.aftercare.web.OwnAfterViews.Written;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.messages.Messages;
import org.stipple.clinic.photo.HomePhotos;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.words.KnowledgeWords;
import org.stipple.clinic.web.words.Words;
import org.stipple.imaging.Photo;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Course;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// Fills a person's own pages after a session, in their language.
@Component
class OwnAfterLooks {

    private static final int SHOWN_BEFORE = 5;

    /// Of what is disputed, what concerns the days after.
    private static final Set<String> ABOUT_AFTER = Set.of("sunscreen", "actives-on-needled-skin", "how-soon");

    private final Sessions sessions;
    private final Courses courses;
    private final Messages messages;
    private final Diary diary;
    private final Concerns concerns;
    private final HealingDays healing;
    private final AftercareSheets sheets;
    private final Triage triage;
    private final HomePhotos home;
    private final List<AboutAnswers> about;
    private final ClinicClock clock;
    private final Ids ids;

    OwnAfterLooks(
            Sessions sessions,
            Courses courses,
            Messages messages,
            Diary diary,
            Concerns concerns,
            HealingDays healing,
            AftercareSheets sheets,
            Knowledge knowledge,
            HomePhotos home,
            List<AboutAnswers> about,
            ClinicClock clock,
            Ids ids) {
        this.sessions = sessions;
        this.courses = courses;
        this.messages = messages;
        this.diary = diary;
        this.concerns = concerns;
        this.healing = healing;
        this.sheets = sheets;
        this.triage = new Triage(knowledge);
        this.home = home;
        this.about = List.copyOf(about);
        this.clock = clock;
        this.ids = ids;
    }

    /// The session that the page is about: the one of the link, or the newest that came after it. What is
    /// expected counts from the last needle.
    Session session(Guest guest) {
        return diary.newest(guest.patient(), sessions.find(guest.patient(), guest.about()));
    }

    /// Whether the link is about this session too: its own, or one that came after it.
    boolean isOf(Guest guest, UUID session) {
        Instant from = sessions.find(guest.patient(), guest.about()).startedAt();
        return sessions.of(guest.patient()).stream()
                .anyMatch(one -> one.id().equals(session) && !one.startedAt().isBefore(from));
    }

    AfterPage after(Guest guest, String path) {
        var words = Words.in(guest.tongue());
        var said = KnowledgeWords.in(words);
        Session session = session(guest);
        Course course = courses.find(session.patient(), session.course()).plan().course();
        Healing days = healing.of(session);
        long hours = ChronoUnit.HOURS.between(session.startedAt(), clock.now());
        return new AfterPage(
                path,
                words.of(days.day() == 0 ? "after.day-0" : "after.day", days.day()),
                words.day(LocalDate.ofInstant(session.startedAt(), guest.zone())),
                session.id().equals(guest.about()) ? "" : words.of("after.newer"),
                days.lines().stream()
                        .map(line -> new Bar(
                                said.healing(line.expected()),
                                line.expected().fromDay(),
                                line.expected().toDay(),
                                line.now()))
                        .toList(),
                days.day() <= Healing.DAYS ? days.day() : -1,
                words.of("after.chart", Healing.DAYS),
                days.lines().stream()
                        .filter(Healing.Line::now)
                        .map(line -> said.healing(line.expected()))
                        .toList(),
                usual(course, words),
                steps(course, words, hours),
                disputed(course, said),
                asked(ids.next(), DiaryQuestion.PAIN, words, said, hours),
                signs(words, said, hours),
                diary.of(guest.patient(), session.id()).stream()
                        .limit(SHOWN_BEFORE)
                        .map(entry -> new Written(
                                words.moment(entry.begunAt(), guest.zone()),
                                given(entry, words).stream()
                                        .map(line -> line.words() + " " + line.answer())
                                        .toList()))
                        .toList());
    }

    /// What is usual is nothing to do: it stands apart from what is, and never alone.
    private String usual(Course course, Words words) {
        Optional<AftercareSheet> own = sheets.newest();
        return course.aftercare().stream()
                .filter(step -> step.id().equals(Healing.USUAL))
                .map(step -> AftercareSheets.told(own, step, words).todo())
                .findFirst()
                .orElse("");
    }

    private List<StepLine> steps(Course course, Words words, long hours) {
        Optional<AftercareSheet> own = sheets.newest();
        return course.aftercare().stream()
                .filter(step -> !step.isRedFlag() && !step.id().equals(Healing.USUAL))
                .filter(step -> hours <= end(step))
                .map(step -> {
                    var told = AftercareSheets.told(own, step, words);
                    return new StepLine(
                            step.fromHours(),
                            step.toHours(),
                            when(step, words),
                            told.todo(),
                            told.avoid(),
                            step.fromHours() <= hours && hours < end(step));
                })
                .toList();
    }

    /// Where sources disagree about the days after, as far as this course is concerned: what we follow, what
    /// one may read elsewhere, and why.
    private List<Disputed> disputed(Course course, KnowledgeWords said) {
        return course.disagreements().stream()
                .filter(one -> ABOUT_AFTER.contains(one.id()))
                .map(one -> new Disputed(
                        said.disputed(one),
                        said.view(one, one.chosen()),
                        one.views().stream()
                                .filter(view -> !view.chosen())
                                .map(view -> said.view(one, view))
                                .toList(),
                        said.why(one)))
                .toList();
    }

    /// Hours after the session at which a step is over: what is for one moment lasts a day.
    private static long end(AftercareStep step) {
        return Math.max(step.toHours(), step.fromHours() + 24L);
    }

    private static String when(AftercareStep step, Words words) {
        return step.fromHours() == step.toHours()
                ? words.of("after.on-day", step.fromHours() / 24)
                : step.toHours() <= 72
                        ? words.of("after.hours", step.fromHours(), step.toHours())
                        : words.of("after.days", step.fromHours() / 24, step.toHours() / 24);
    }

    private List<Signs> signs(Words words, KnowledgeWords said, long hours) {
        return Arrays.stream(RedFlag.Call.values())
                .map(call -> new Signs(
                        words.of("after.whom." + call.id()),
                        call == RedFlag.Call.EMERGENCY,
                        call == RedFlag.Call.EMERGENCY ? emergencyNumber() : "",
                        triage.offered(hours).stream()
                                .filter(flag -> flag.call() == call)
                                .map(said::redFlag)
                                .toList()))
                .filter(signs -> !signs.words().isEmpty())
                .toList();
    }

    private Asked asked(UUID entry, DiaryQuestion question, Words words, KnowledgeWords said, long hours) {
        boolean last = question == DiaryQuestion.OTHER;
        return new Asked(
                ids.next(),
                entry,
                question.id(),
                question.ordinal() + 1,
                DiaryQuestion.values().length,
                AnswerWords.question(question, words),
                question.answers().stream()
                        .filter(answer -> !answer.equals("words"))
                        .map(answer -> new Answer(answer, AnswerWords.answer(question, answer, words, triage)))
                        .toList(),
                last
                        ? triage.offered(hours).stream()
                                .map(flag -> new Answer("sign:" + flag.id(), said.redFlag(flag)))
                                .toList()
                        : List.of(),
                last);
    }

    /// @param ask a question that is asked once more
    /// @param photo what came of a photo that was sent, as it stands in an address; may be empty
    EntryPage entry(Guest guest, String path, DiaryEntry entry, Optional<DiaryQuestion> ask, String photo) {
        var words = Words.in(guest.tongue());
        var said = KnowledgeWords.in(words);
        Session session = session(guest);
        long hours = ChronoUnit.HOURS.between(session.startedAt(), clock.now());
        List<Concern> raised = concerns.of(guest.patient()).stream()
                .filter(concern -> concern.entry().equals(entry.id()))
                .sorted(Comparator.comparing(concern -> concern.sign().call()))
                .toList();
        Optional<DiaryQuestion> asked = ask.or(entry::next);
        List<Call> calls = calls(raised, guest, words);
        return new EntryPage(
                path,
                here(path, entry),
                asked.map(question -> asked(entry.id(), question, words, said, hours)),
                given(entry, words),
                calls,
                Optional.empty(),
                asked.filter(question -> question != DiaryQuestion.OTHER).isPresent()
                                || calls.stream().anyMatch(Call::emergency)
                        ? Optional.empty()
                        : Optional.of(photo(guest, path, entry, photo, words)));
    }

    static String here(String path, DiaryEntry entry) {
        return path + "/entry/" + entry.id();
    }

    private PhotoPart photo(Guest guest, String path, DiaryEntry entry, String came, Words words) {
        int sent = home.of(guest.patient(), entry.id()).size();
        boolean kept = came.equals("kept") && sent > 0;
        return new PhotoPart(
                ids.next(),
                here(path, entry) + "/photo",
                kept
                        ? words.of("after.photo-said.kept")
                        : HomePhotos.Why.find(came)
                                .map(why ->
                                        words.of("after.photo-said." + why.id()) + " " + words.of("after.photo-stands"))
                                .orElse(""),
                kept,
                sent == 0 ? "" : words.of("after.photo-sent", sent),
                home.maySend(guest.patient()),
                Photo.MAX_BYTES);
    }

    /// What a program says about the answers, where that is turned on, in the language of the page. Nothing is
    /// said beside an emergency: whoever has to call reads nothing else.
    Optional<AboutAnswers.Told> told(Guest guest, DiaryEntry entry) {
        List<Concern> raised = concerns.of(guest.patient()).stream()
                .filter(concern -> concern.entry().equals(entry.id()))
                .toList();
        boolean emergency = raised.stream()
                .anyMatch(
                        concern -> concern.closed().isEmpty() && concern.sign().call() == RedFlag.Call.EMERGENCY);
        return emergency
                ? Optional.empty()
                : about.stream()
                        .flatMap(one -> one.about(entry, session(guest), raised, Words.in(guest.tongue())).stream())
                        .findFirst();
    }

    private List<GivenLine> given(DiaryEntry entry, Words words) {
        return entry.standing().values().stream()
                .map(given -> new GivenLine(
                        given.question().id(),
                        AnswerWords.question(given.question(), words),
                        AnswerWords.given(given, words, triage)))
                .toList();
    }

    /// The gravest alone: whoever has to call the emergency number reads nothing else. That somebody was told
    /// is said only where there is somebody, and that nobody has looked only while nobody has answered.
    private List<Call> calls(List<Concern> raised, Guest guest, Words words) {
        List<Concern> open =
                raised.stream().filter(concern -> concern.closed().isEmpty()).toList();
        if (open.isEmpty()) {
            return raised.stream()
                    .flatMap(concern -> concern.closed().stream())
                    .map(Concern.Closed::at)
                    .max(Comparator.naturalOrder())
                    .map(at -> new Call(
                            false,
                            true,
                            words.of("after.answered"),
                            words.of("after.answered-note", words.moment(at, guest.zone())),
                            ""))
                    .stream()
                    .toList();
        }
        Concern gravest = open.getFirst();
        RedFlag.Call call = gravest.sign().call();
        boolean emergency = call == RedFlag.Call.EMERGENCY;
        if (!concerns.somebodyAnswers()) {
            String title = emergency ? "after.call.emergency" : "after.call.clinician-today";
            return List.of(new Call(
                    emergency,
                    false,
                    words.of(title),
                    words.of("after.nobody." + call.id()),
                    emergency ? emergencyNumber() : ""));
        }
        return List.of(new Call(
                emergency,
                false,
                words.of("after.call." + call.id()),
                words.of(
                        "after.told." + call.id(),
                        answerBy(open, gravest)
                                .map(at -> words.moment(at, guest.zone()))
                                .orElse("")),
                emergency ? emergencyNumber() : ""));
    }

    private String emergencyNumber() {
        return messages.emergency();
    }

    private static Optional<Instant> answerBy(List<Concern> raised, Concern gravest) {
        return raised.stream()
                .filter(concern -> concern.sign().call() == gravest.sign().call())
                .map(Concern::answerBy)
                .min(Comparator.naturalOrder());
    }
}
