package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.CourseRecord;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.planning.Screenings;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.NumbingLimits;
import org.stipple.protocol.PatientFacts;
import org.stipple.quantities.Area;
import org.stipple.quantities.ZoneId;

/// Topical anaesthetics before the needle: put on within the label's limits, timed, and taken off. No label
/// speaks of needled skin, so none is on it when needling begins.
@Component
public class Numbings {

    private final NumbingStore store;
    private final SessionStore sessions;
    private final Patients patients;
    private final Courses courses;
    private final Screenings screenings;
    private final Scanning scanning;
    private final Gate gate;
    private final Accounts accounts;
    private final Knowledge knowledge;
    private final ClinicClock clock;
    private final Ids ids;

    Numbings(
            NumbingStore store,
            SessionStore sessions,
            Patients patients,
            Courses courses,
            Screenings screenings,
            Scanning scanning,
            Gate gate,
            Accounts accounts,
            Knowledge knowledge,
            ClinicClock clock,
            Ids ids) {
        this.store = store;
        this.sessions = sessions;
        this.patients = patients;
        this.courses = courses;
        this.screenings = screenings;
        this.scanning = scanning;
        this.gate = gate;
        this.accounts = accounts;
        this.knowledge = knowledge;
        this.clock = clock;
        this.ids = ids;
    }

    /// It was not put on, or not taken off, for each of these reasons.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<String> why;

        Refused(List<String> why) {
            super(String.join(" ", why));
            this.why = List.copyOf(why);
        }

        /// Each in a sentence.
        public List<String> why() {
            return why;
        }
    }

    /// An anaesthetic that nobody has taken off.
    ///
    /// @param session for which it was put on, where that has begun
    /// @param words what and how much
    /// @param offBy the latest by the label; empty where the label is silent
    public record Standing(
            PatientId patient,
            String name,
            UUID course,
            Optional<UUID> session,
            String words,
            Instant since,
            Optional<Instant> offBy) {}

    /// Puts an anaesthetic on, now. It is judged against the label with what the person answered today, alone
    /// and together with what is on the skin or was today, whatever it was put on for; more than the label
    /// allows is never put on. The unit is used up.
    ///
    /// @param unit of the anaesthetic, scanned before
    /// @param grams and areaCm2 as they are put on
    /// @param zones of the course on which it is put
    /// @throws Refused with every reason against it
    @Transactional
    public Numbing putOn(
            PatientId patient, UUID courseId, UUID unit, BigDecimal grams, BigDecimal areaCm2, Set<ZoneId> zones) {
        patients.change(patient, "anaesthetic put on");
        var course = courses.find(patient, courseId);
        var why = new ArrayList<String>();
        gate.against(patient, course, List.of()).stream()
                .filter(obstacle -> obstacle.step() != Obstacle.Step.SCAN && obstacle.step() != Obstacle.Step.NUMB)
                .forEach(obstacle -> why.add(obstacle.words()));
        Optional<StockUnit> anaesthetic = scanning.find(unit).flatMap(Numbings::anaesthetic);
        if (anaesthetic.isEmpty()) {
            why.add("Scan the anaesthetic first.");
        }
        if (grams.signum() <= 0 || areaCm2.signum() <= 0 || zones.isEmpty()) {
            why.add("Say how many grams, on how many square centimetres, and in which zones.");
        }
        elsewhere(course, zones).ifPresent(why::add);
        anaesthetic.flatMap(tube -> moreThanIsInIt(tube, grams)).ifPresent(why::add);
        if (!why.isEmpty()) {
            throw new Refused(why);
        }
        StockUnit used = anaesthetic.orElseThrow();
        List<Numbing> already = store.of(patient).stream().filter(this::counts).toList();
        already.stream()
                .filter(other -> other.off().isEmpty() && !other.product().equals(used.product()))
                .forEach(other -> why.add("Another anaesthetic is on the skin, and no label allows for two at once: "
                        + said(other) + ". Wipe it off completely, and write that down."));
        NumbingLimits alone = limits(patient, course, used.product(), grams, areaCm2);
        NumbingLimits limits = already.isEmpty()
                ? alone
                : limits(
                        patient,
                        course,
                        used.product(),
                        already.stream().map(Numbing::grams).reduce(grams, BigDecimal::add),
                        already.stream().map(Numbing::areaCm2).reduce(areaCm2, BigDecimal::add));
        var session = reserved(patient, courseId);
        // Each by itself too: a thin layer elsewhere does not make a thick one thinner.
        Stream.concat(alone.against().stream(), limits.against().stream())
                .distinct()
                .forEach(why::add);
        if (!why.isEmpty() && !already.isEmpty()) {
            why.add("Counted with it, because it is on the skin or was today: "
                    + already.stream().map(this::said).collect(Collectors.joining("; ")) + ".");
        }
        if (why.isEmpty()
                && scanning.use(unit, Gate.wanted(course.plan()), session) instanceof UnitCheck.Refused(var refusal)) {
            why.add(refusal);
        }
        if (!why.isEmpty()) {
            throw new Refused(why);
        }
        var numbing = new Numbing(
                ids.next(),
                courseId,
                session,
                unit,
                used.product(),
                knowledge.anaesthetics().getOrDefault(used.product(), used.product()),
                grams,
                areaCm2,
                zones.stream().sorted().toList(),
                limits.leastMinutes(),
                Stream.of(alone, limits)
                        .flatMap(one -> one.mostMinutes().stream())
                        .min(Integer::compare),
                limits.labels(),
                clock.now(),
                Acting.current().name(),
                Optional.empty(),
                Optional.empty());
        store.insert(patient, numbing, Acting.current());
        return numbing;
    }

    /// `design`: what was on today is counted as if it were on still. No label says when it no longer counts,
    /// and a day is what everybody can check.
    private boolean counts(Numbing numbing) {
        return numbing.off().isEmpty()
                || isToday(numbing.onAt())
                || numbing.off().filter(off -> isToday(off.at())).isPresent();
    }

    private boolean isToday(Instant at) {
        return LocalDate.ofInstant(at, Acting.current().zone()).equals(clock.today());
    }

    private String said(Numbing numbing) {
        var zone = Acting.current().zone();
        return numbing.words() + ", "
                + numbing.off()
                        .map(off -> "taken off " + Days.moment(off.at(), zone))
                        .orElseGet(() -> "on since " + Days.moment(numbing.onAt(), zone));
    }

    private static Optional<String> elsewhere(CourseRecord course, Set<ZoneId> zones) {
        var planned =
                course.plan().course().planned().stream().map(zone -> zone.id()).collect(Collectors.toSet());
        var others =
                zones.stream().filter(zone -> !planned.contains(zone)).sorted().toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("Not in this course: "
                        + others.stream().map(ZoneId::words).collect(Collectors.joining(", "))
                        + ". It is put on only where the course needles.");
    }

    private static Optional<String> moreThanIsInIt(StockUnit tube, BigDecimal grams) {
        return tube.declared()
                .flatMap(DeclaredGrams::of)
                .filter(holds -> grams.compareTo(holds) > 0)
                .map(holds -> "There are " + holds.toPlainString() + " g in it: it was received as “"
                        + tube.declared().orElse("") + "”, and "
                        + grams.stripTrailingZeros().toPlainString()
                        + " g were said. Say what is put on from this one; each further one is scanned and put on by"
                        + " itself.");
    }

    private static Optional<StockUnit> anaesthetic(Item item) {
        return item instanceof StockUnit unit && unit.kind() == Kind.ANAESTHETIC ? Optional.of(unit) : Optional.empty();
    }

    private NumbingLimits limits(
            PatientId patient, CourseRecord course, String product, BigDecimal grams, BigDecimal areaCm2) {
        var today = screenings
                .today(patient, course.plan())
                .orElseThrow(
                        () -> new Refused(List.of("There are no answers to judge it by. Ask the questions first.")));
        return knowledge.numbing(
                today.answered(),
                new PatientFacts.AnaestheticUse(
                        product,
                        Optional.of(grams.doubleValue()),
                        Optional.of(Area.ofSquareCentimetres(areaCm2.doubleValue())),
                        Optional.empty()),
                clock.today());
    }

    /// Takes it off: wiped off completely, now.
    ///
    /// @throws Refused when it was taken off before
    @Transactional
    public void takeOff(PatientId patient, UUID numbing) {
        patients.change(patient, "anaesthetic taken off");
        required(patient, numbing);
        if (!store.off(patient, numbing, clock.now(), Acting.current().name())) {
            throw new Refused(List.of("It was taken off before. Nothing is left to do."));
        }
    }

    /// Lets a session begin although it is on, signed by whoever acts.
    ///
    /// @throws Refused when the reason does not say why, or the password is not theirs
    @Transactional
    public void goOnWithIt(PatientId patient, UUID numbing, String reason, String password) {
        patients.change(patient, "needling with the anaesthetic on");
        if (required(patient, numbing).off().isPresent()) {
            throw new Refused(List.of("It was taken off before. Nothing is left to take on."));
        }
        var why = new ArrayList<String>();
        if (!Reason.says(reason, true)) {
            why.add("Say " + Reason.TAKEN_ON + ": why it cannot be taken off first.");
        }
        accounts.whyNotConfirmed(password).ifPresent(why::add);
        if (!why.isEmpty()) {
            throw new Refused(why);
        }
        if (!store.override(patient, numbing, reason.strip(), Acting.current(), clock.now())) {
            throw new Refused(List.of("Somebody took this on before. Nothing is left to do."));
        }
    }

    private Numbing required(PatientId patient, UUID numbing) {
        return store.of(patient).stream()
                .filter(one -> one.id().equals(numbing))
                .findFirst()
                .orElseThrow(NoSuchPatient::new);
    }

    /// What was put on for a session.
    @Transactional
    public List<Numbing> of(PatientId patient, UUID session) {
        patients.read(patient, "session");
        return store.of(patient).stream()
                .filter(one -> one.session().equals(session))
                .toList();
    }

    /// What was put on for the next session of a course, today or not, and belongs to no session that began.
    @Transactional
    public List<Numbing> beforeNext(PatientId patient, UUID course) {
        patients.read(patient, "before the session");
        var begun = sessions.of(patient).stream().map(Session::id).toList();
        return store.of(patient).stream()
                .filter(one -> one.course().equals(course) && !begun.contains(one.session()))
                .filter(one -> one.off().isEmpty() || isToday(one.onAt()))
                .toList();
    }

    /// What nobody has taken off, whatever it was put on for, and whether or not that session began or ended.
    @Transactional
    public List<Numbing> onTheSkin(PatientId patient) {
        patients.read(patient, "anaesthetic on the skin");
        return store.of(patient).stream().filter(one -> one.off().isEmpty()).toList();
    }

    /// What nobody has taken off, of all people, longest over the label's time first. The caller has entered in
    /// the trail that it reads of all people.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Standing> standing(int atMost) {
        return store.standing(atMost);
    }

    /// The identifier that the next session of a course will have: that under which something was put on for
    /// it.
    @Transactional
    public UUID reserved(PatientId patient, UUID course) {
        return beforeNext(patient, course).stream()
                .map(Numbing::session)
                .reduce((_, later) -> later)
                .orElseGet(ids::next);
    }
}
