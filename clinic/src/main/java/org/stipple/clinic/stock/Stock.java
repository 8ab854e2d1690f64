package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Reason;

/// The sterile units of the clinic.
@Component
public class Stock {

    private final StockStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Stock(StockStore store, AuditTrail trail, ClinicClock clock, Ids ids) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// What speaks against taking in goods with this code as usable, each in words; empty where nothing does.
    public List<String> doubts(UnitCode code) {
        return code.doubts(clock.today());
    }

    /// Receives one unit with a serial, or as many as were counted of a lot without.
    ///
    /// @param count units of a lot without serials, 1..1000; 1 where the code has a serial
    /// @throws IllegalArgumentException when it says no expiry, when something speaks against it, when the count
    ///   does not fit, or when it was received before
    @Transactional
    public List<StockUnit> receive(String device, UnitCode code, int count) {
        List<String> doubts = doubts(code);
        if (!doubts.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", doubts) + "; nothing was received");
        }
        return receive(device, code, count, Optional.empty());
    }

    /// Receives goods against which something speaks: they are in the books, and none of them is ever usable.
    ///
    /// @throws IllegalArgumentException as [#receive(String, UnitCode, int)] does, and when nothing speaks
    ///   against them
    @Transactional
    public List<StockUnit> quarantine(String device, UnitCode code, int count) {
        List<String> doubts = doubts(code);
        if (doubts.isEmpty()) {
            throw new IllegalArgumentException("nothing speaks against these goods; nothing was received");
        }
        return receive(device, code, count, Optional.of(String.join("; ", doubts)));
    }

    private List<StockUnit> receive(String device, UnitCode code, int count, Optional<String> quarantine) {
        LocalDate expiry = code.expiry()
                .orElseThrow(() -> new IllegalArgumentException("the code says no expiry (17); nothing was received"));
        if (count < 1 || count > 1000 || (code.serial().isPresent() && count != 1)) {
            throw new IllegalArgumentException(
                    "the count was " + count + ", expected 1 for a unit with a serial, else 1 to 1000");
        }
        store.sameArticle(code).ifPresent(known -> {
            throw new IllegalArgumentException("this article with this serial is in stock as lot " + known.lot()
                    + ", which expires " + known.expiry() + "; a serial stands on one unit alone, so one of the two "
                    + "was misread; nothing was received");
        });
        int already = code.serial().isPresent() ? 0 : store.countOf(device, code.lot());
        var units = java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n -> new StockUnit(
                        ids.next(),
                        device,
                        code.gtin(),
                        code.lot(),
                        code.serial().orElse("#" + (already + n)),
                        expiry,
                        Optional.empty(),
                        Optional.empty(),
                        quarantine))
                .toList();
        try {
            units.forEach(
                    unit -> store.insert(unit, clock.now(), Acting.current().name()));
        } catch (DuplicateKeyException twice) {
            throw new IllegalArgumentException(
                    units.getFirst().words() + " was received before; nothing was changed", twice);
        }
        trail.note(
                Act.CREATE,
                "stock: " + count + " of lot " + code.lot()
                        + quarantine.map(_ -> ", in quarantine").orElse(""));
        return units;
    }

    /// Whether a unit of that lot was ever received for that device, used or not. The case of letters does not
    /// matter.
    @Transactional(readOnly = true)
    public boolean knows(String device, String lot) {
        return store.knows(device, lot);
    }

    /// The units of a recalled lot.
    ///
    /// @param unused in stock: 0 asks for a second look at the spelling
    /// @param used in sessions before it was recalled: those people are to be told
    public record Recalled(int unused, int used) {}

    /// Marks a lot as recalled, from now on, also for units that come later. The case of its letters does not
    /// matter.
    ///
    /// @return how many units of it are there
    /// @throws IllegalArgumentException when the reason says nothing; nothing was recalled
    @Transactional
    public Recalled recall(String device, String lot, String reason) {
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException(
                    "the reason of the recall was “" + reason
                            + "”, expected what was found and who says so, in two words and eight letters at least; nothing was recalled");
        }
        store.recall(device, lot, reason, clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "lot recalled: " + lot);
        return store.recalled(device, lot);
    }

    /// Whether the scanned unit may be used for a device today.
    @Transactional(readOnly = true)
    public UnitCheck check(UnitCode code, String device) {
        List<StockUnit> found =
                code.serial().isPresent() ? store.find(code.lot(), code.serial().get()) : store.unusedOf(code.lot());
        if (found.isEmpty()) {
            return new UnitCheck.Refused("No unit with lot " + code.lot()
                    + code.serial().map(serial -> " and serial " + serial).orElse("")
                    + " is left in stock. Receive it first; that checks its lot and expiry.");
        }
        Optional<String> other = found.stream()
                .flatMap(unit -> unit.disagreesWith(code).stream())
                .findFirst();
        if (other.isPresent()) {
            return new UnitCheck.Refused(other.get());
        }
        var forDevice =
                found.stream().filter(unit -> unit.device().equals(device)).findFirst();
        return UnitCheck.of(forDevice.orElse(found.getFirst()), device, clock.today());
    }

    /// Uses a unit for a session, in the transaction that starts it. The unit is judged again here; of two
    /// that use it at once, one fails.
    @Transactional(propagation = Propagation.MANDATORY)
    public UnitCheck use(UUID unit, String device, UUID session) {
        return switch (judged(unit, device)) {
            case UnitCheck.Refused refused -> refused;
            case UnitCheck.Usable usable
            when store.use(unit, session, clock.now(), Acting.current().name()) -> usable;
            case UnitCheck.Usable(var found) ->
                new UnitCheck.Refused(found.words() + " was used before. A unit is used once; take another.");
        };
    }

    /// Why a unit that was scanned may not be used for a device now; empty where it may.
    @Transactional(readOnly = true)
    public Optional<String> whyNot(UUID unit, String device) {
        return switch (judged(unit, device)) {
            case UnitCheck.Refused(var why) -> Optional.of(why);
            case UnitCheck.Usable _ -> Optional.empty();
        };
    }

    private UnitCheck judged(UUID unit, String device) {
        return store.byId(unit)
                .map(found -> UnitCheck.of(found, device, clock.today()))
                .orElse(new UnitCheck.Refused("This unit is not in the clinic's stock."));
    }

    /// A unit of the stock.
    @Transactional(readOnly = true)
    public Optional<StockUnit> find(UUID unit) {
        return store.byId(unit);
    }

    /// Units used in a session.
    @Transactional(readOnly = true)
    public List<StockUnit> usedIn(UUID session) {
        return store.usedIn(session);
    }

    /// All units, unused first, by expiry.
    @Transactional(readOnly = true)
    public List<StockUnit> all() {
        return store.all(500);
    }
}
