package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Reason;
import org.stipple.quantities.Depth;

/// The handpieces of the clinic: taken in, serviced, taken out of service and put back.
@Component
public class Handpieces {

    private final HandpieceStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Handpieces(HandpieceStore store, AuditTrail trail, ClinicClock clock, Ids ids) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// Takes one in; it is in service from now on.
    ///
    /// @param serial as the handpiece says it
    /// @param maxDepth the deepest that its own label allows, where that is less than the device's
    /// @throws IllegalArgumentException when it is here already
    @Transactional
    public Handpiece receive(
            String device, Optional<String> article, Optional<String> gtin, String serial, Optional<Depth> maxDepth) {
        var handpiece = new Handpiece(
                ids.next(), device, article, gtin, serial.strip(), maxDepth, Optional.empty(), Optional.empty(), 0);
        try {
            store.insert(handpiece, clock.now(), Acting.current().name());
        } catch (DuplicateKeyException twice) {
            throw new IllegalArgumentException(
                    "the " + handpiece.words() + ", was taken in before; nothing was changed", twice);
        }
        trail.note(Act.CREATE, "stock: handpiece " + handpiece.serial());
        return handpiece;
    }

    /// Takes it out of service: no session starts with it from now on.
    ///
    /// @throws IllegalArgumentException when the reason says nothing
    @Transactional
    public void takeOut(UUID handpiece, String reason) {
        step(handpiece, "out-of-service", clock.today(), reason);
    }

    /// Puts it back into service.
    ///
    /// @throws IllegalArgumentException when the note says nothing
    @Transactional
    public void putBack(UUID handpiece, String note) {
        step(handpiece, "in-service", clock.today(), note);
    }

    /// Writes down that it was serviced.
    ///
    /// @throws IllegalArgumentException when the note says nothing, or the day is still to come
    @Transactional
    public void serviced(UUID handpiece, LocalDate day, String note) {
        if (day.isAfter(clock.today())) {
            throw new IllegalArgumentException("the day of the service is still to come; nothing was changed");
        }
        step(handpiece, "serviced", day, note);
    }

    /// Recalls it: it goes out of service, and whoever was treated with it is to be told.
    ///
    /// @throws IllegalArgumentException when the reason says nothing, or it was recalled before
    @Transactional
    public void recall(UUID handpiece, String reason) {
        step(handpiece, "out-of-service", clock.today(), reason);
        if (!store.recall(
                handpiece, reason.strip(), clock.now(), Acting.current().name())) {
            throw new IllegalArgumentException("this handpiece was recalled before; nothing was changed");
        }
    }

    private void step(UUID handpiece, String step, LocalDate day, String note) {
        if (!Reason.says(note, false)) {
            throw new IllegalArgumentException(
                    "the note was “" + note.strip()
                            + "”, expected what was found or done, in two words and eight letters at least; nothing was changed");
        }
        Handpiece found = store.byId(handpiece)
                .orElseThrow(() -> new IllegalArgumentException("this handpiece is not in the clinic's stock"));
        store.step(
                handpiece,
                step,
                day,
                note.strip(),
                clock.now(),
                Acting.current().name());
        trail.note(Act.CHANGE, "handpiece " + found.serial() + ": " + step);
    }

    /// Those that a session used.
    @Transactional(readOnly = true)
    public List<Handpiece> usedIn(UUID session) {
        return store.usedIn(session);
    }

    /// All of them, by device and serial.
    @Transactional(readOnly = true)
    public List<Handpiece> all() {
        return store.all();
    }
}
