package org.stipple.clinic.treatment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.NumbingLimits;
import org.stipple.protocol.PatientFacts;
import org.stipple.quantities.Area;
import org.stipple.quantities.ZoneId;

/// Topical anaesthetics before the needle: put on within the label's limits, timed, and taken off. No label
/// speaks
/// of needled skin, so none is on it when needling begins.
@Component
public class Numbings {

    private final NumbingStore store;
    private final SessionStore sessions;
    private final Patients patients;
    private final Courses courses;
    private final Screenings screenings;
    private final Scanning scanning;
    private final Gate gate;
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

    /// Puts an anaesthetic on, now. It is judged against the label with what the person answered today; more than
    /// the label allows is never put on. The unit is used up.
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
        if (!why.isEmpty()) {
            throw new Refused(why);
        }
        StockUnit used = anaesthetic.orElseThrow();
        NumbingLimits limits = limits(patient, course, used.product(), grams, areaCm2);
        var session = reserved(patient, courseId);
        why.addAll(limits.against());
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
                limits.mostMinutes(),
                limits.labels(),
                clock.now(),
                Acting.current().name(),
                Optional.empty(),
                Optional.empty());
        store.insert(patient, numbing, Acting.current());
        return numbing;
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

    /// Lets a session begin although it is on, under the name of whoever acts.
    ///
    /// @throws Refused when the reason does not say why
    @Transactional
    public void goOnWithIt(PatientId patient, UUID numbing, String reason) {
        patients.change(patient, "needling with the anaesthetic on");
        required(patient, numbing);
        if (!Reason.says(reason, true)) {
            throw new Refused(List.of("Say " + Reason.TAKEN_ON + ": why it cannot be taken off first."));
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
                .filter(one -> one.off().isEmpty()
                        || java.time.LocalDate.ofInstant(
                                        one.onAt(), Acting.current().zone())
                                .equals(clock.today()))
                .toList();
    }

    /// The identifier that the next session of a course will have: that under which something was put on for it.
    @Transactional
    public UUID reserved(PatientId patient, UUID course) {
        return beforeNext(patient, course).stream()
                .map(Numbing::session)
                .reduce((_, later) -> later)
                .orElseGet(ids::next);
    }
}
