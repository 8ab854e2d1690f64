package org.stipple.clinic.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.ChangedMeanwhile;

/// Whether a program tells this clinic's people what their answers may mean. It is off until the privacy and
/// safety lead turns it on, for exactly the texts that were read, and off again as soon as these are others.
@Component
public class SymptomWording {

    private static final String WHAT = "Whether automated words about symptoms are shown";

    private final SymptomWordingStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    SymptomWording(SymptomWordingStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// Whether it is on now, with the texts of now.
    @Transactional(readOnly = true)
    public boolean isOn() {
        return newest().filter(turned -> turned.on() && turned.textSha256().equals(IntendedUse.sha256()))
                .isPresent();
    }

    /// What was turned last; empty where nobody ever turned it on.
    @Transactional(readOnly = true)
    public Optional<Turned> newest() {
        return all().stream().findFirst();
    }

    /// Every turn, newest first.
    @Transactional(readOnly = true)
    public List<Turned> all() {
        return store.all();
    }

    /// Turns it on or off, in the trail.
    ///
    /// @param onTopOf number of the turn that was shown, 0 for none
    /// @param reason why
    /// @param readSha256 of the texts that were shown to whoever turns it on
    /// @return why not, a sentence each; empty when it is turned
    /// @throws ChangedMeanwhile when somebody turned it since
    @Transactional
    public List<String> turn(boolean on, int onTopOf, String reason, Optional<String> readSha256) {
        var why = new ArrayList<String>();
        if (!Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            why.add("Who leads privacy and safety turns this on and off, and nobody else.");
        }
        if (newest().map(Turned::number).orElse(0) != onTopOf) {
            throw new ChangedMeanwhile(WHAT);
        }
        if (on == isOn()) {
            why.add(on ? "It is on already." : "It is off already.");
        }
        if (on && !readSha256.equals(Optional.of(IntendedUse.sha256()))) {
            why.add("Say that you have read what it is for and every sentence that people would read.");
        }
        if (!Reason.says(reason, true)) {
            why.add("The reason was “" + reason.strip() + "”, expected why it is turned " + (on ? "on" : "off")
                    + ", in a short sentence.");
        }
        if (why.isEmpty()) {
            insert(new Turned(
                    onTopOf + 1,
                    on,
                    reason.strip(),
                    IntendedUse.sha256(),
                    clock.now(),
                    Acting.current().name()));
        }
        return why;
    }

    private void insert(Turned turned) {
        try {
            store.insert(turned, Acting.current().account());
        } catch (DuplicateKeyException sooner) {
            throw new ChangedMeanwhile(WHAT);
        }
        trail.note(Act.CHANGE, "automated words about symptoms turned " + (turned.on() ? "on" : "off"));
    }
}
