package org.stipple.clinic.treatment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.NoSuchPatient;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCheck;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.web.Days;

/// What a session used: more than one cartridge is normal, and what is dropped or bent is thrown away with a
/// reason.
@Component
public class SessionUnits {

    private final SessionStore sessions;
    private final Numbings numbings;
    private final Patients patients;
    private final Courses courses;
    private final Scanning scanning;
    private final Stock stock;
    private final Handpieces handpieces;

    SessionUnits(
            SessionStore sessions,
            Numbings numbings,
            Patients patients,
            Courses courses,
            Scanning scanning,
            Stock stock,
            Handpieces handpieces) {
        this.sessions = sessions;
        this.numbings = numbings;
        this.patients = patients;
        this.courses = courses;
        this.scanning = scanning;
        this.stock = stock;
        this.handpieces = handpieces;
    }

    /// Units and handpieces of a session.
    @Transactional
    public List<Item> of(PatientId patient, UUID session) {
        patients.read(patient, "session");
        return Stream.<Item>concat(stock.usedIn(session).stream(), handpieces.usedIn(session).stream())
                .toList();
    }

    /// Everything that a session used and that was on the skin before it, in words.
    @Transactional
    public List<String> told(PatientId patient, Session session) {
        return Stream.concat(
                        of(patient, session.id()).stream()
                                .filter(item -> item.kind() != Kind.ANAESTHETIC)
                                .map(Item::words),
                        numbed(patient, session).stream())
                .toList();
    }

    /// What was on the skin before the needle, how much of it and how long, in words.
    @Transactional
    public List<String> numbed(PatientId patient, Session session) {
        patients.read(patient, "session");
        return numbings.of(patient, session.id()).stream()
                .map(numbing -> "numbed with " + numbing.told(session.startedAt()) + late(numbing, session))
                .toList();
    }

    /// Where it was on while needling, how that ended.
    private static String late(Numbing numbing, Session session) {
        return numbing.off()
                .filter(off -> off.at().isAfter(session.startedAt()))
                .map(off -> "; taken off "
                        + Days.moment(off.at(), Acting.current().zone()) + " by " + off.by()
                        + (session.close()
                                        .filter(close -> off.at().isAfter(close.at()))
                                        .isPresent()
                                ? ", after the session was closed"
                                : ", while the session ran"))
                .orElse("");
    }

    /// Uses a further unit in a session that is open, in one serializable transaction of whoever calls.
    ///
    /// @return why it is not used; empty where it is
    @Transactional
    public Optional<String> add(PatientId patient, UUID session, UnitCode code) {
        patients.change(patient, "unit added to the session");
        Session open = open(patient, session);
        if (open.close().isPresent()) {
            return Optional.of("The session is closed: nothing is used in it any more.");
        }
        var wanted = Gate.wanted(courses.find(patient, open.course()).plan());
        return switch (scanning.check(code, wanted, List.of())) {
            case UnitCheck.Refused(var why) -> Optional.of(why);
            case UnitCheck.Usable(var item)
            when item.kind() == Kind.ANAESTHETIC ->
                Optional.of("An anaesthetic is put on before needling, never on needled skin.");
            case UnitCheck.Usable(var item) ->
                switch (scanning.use(item.id(), wanted, session)) {
                    case UnitCheck.Refused(var why) -> Optional.of(why);
                    case UnitCheck.Usable _ -> Optional.empty();
                };
        };
    }

    /// Throws away a unit: one that the session uses, or one that was to be added to it. Either way it is used
    /// up.
    ///
    /// @throws IllegalArgumentException when the reason says nothing, or the unit is not the session's
    @Transactional
    public void discard(PatientId patient, UUID session, UUID unit, String reason) {
        patients.change(patient, "unit thrown away in the session");
        open(patient, session);
        if (stock.usedIn(session).stream().noneMatch(used -> used.id().equals(unit))) {
            throw new IllegalArgumentException("this unit was not used in the session; nothing was changed");
        }
        stock.discard(unit, Optional.of(session), reason);
    }

    private Session open(PatientId patient, UUID session) {
        return sessions.find(patient, session).orElseThrow(NoSuchPatient::new);
    }
}
