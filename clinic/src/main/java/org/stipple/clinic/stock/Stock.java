package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    private final Scanning scanning;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final Ids ids;

    Stock(StockStore store, Scanning scanning, AuditTrail trail, ClinicClock clock, Ids ids) {
        this.store = store;
        this.scanning = scanning;
        this.trail = trail;
        this.clock = clock;
        this.ids = ids;
    }

    /// What speaks against taking in goods with this code as usable, each in words; empty where nothing does.
    public List<String> doubts(UnitCode code) {
        return code.doubts(clock.today());
    }

    /// As [#receive(Goods)], for cartridges of a device.
    @Transactional
    public List<StockUnit> receive(String device, UnitCode code, int count) {
        return receive(Goods.cartridges(device, code, count));
    }

    /// Receives one unit with a serial, or as many as were counted of a lot without.
    ///
    /// @throws IllegalArgumentException when it says no lot or no expiry, when something speaks against it,
    ///   when the count does not fit, when it is not said what one of a counted lot is, or when it was received
    ///   before
    @Transactional
    public List<StockUnit> receive(Goods goods) {
        List<String> doubts = doubts(goods.code());
        if (!doubts.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", doubts) + "; nothing was received");
        }
        return receive(goods, Optional.empty());
    }

    /// Receives goods against which something speaks: they are in the books, and none of them is ever usable.
    ///
    /// @throws IllegalArgumentException as [#receive(Goods)] does, and when nothing speaks against them
    @Transactional
    public List<StockUnit> quarantine(Goods goods) {
        List<String> doubts = doubts(goods.code());
        if (doubts.isEmpty()) {
            throw new IllegalArgumentException("nothing speaks against these goods; nothing was received");
        }
        return receive(goods, Optional.of(String.join("; ", doubts)));
    }

    private List<StockUnit> receive(Goods goods, Optional<String> quarantine) {
        UnitCode code = goods.code();
        int count = goods.count();
        String device = goods.product();
        String lot = code.lot()
                .orElseThrow(() -> new IllegalArgumentException("the code says no lot (10); nothing was received"));
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
        int already = code.serial().isPresent() ? 0 : store.countOf(device, lot);
        var units = java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(n -> new StockUnit(
                        ids.next(),
                        goods.kind(),
                        device,
                        goods.article(),
                        code.gtin(),
                        lot,
                        code.serial().orElse("#" + (already + n)),
                        goods.declared(),
                        expiry,
                        Optional.empty(),
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
                "stock: " + count + " of lot " + lot
                        + quarantine.map(_ -> ", in quarantine").orElse(""));
        return units;
    }

    /// Whether anything of an article was ever received.
    ///
    /// @param gtin as [UnitCode#gtin()]
    @Transactional(readOnly = true)
    public boolean knowsArticle(String gtin) {
        return store.knowsArticle(gtin);
    }

    /// Why a lot is recalled, whatever its product and the case of its letters; empty where it is not.
    @Transactional(readOnly = true)
    public Optional<String> recallOf(String lot) {
        return store.recallOf(lot.strip());
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
        return scanning.check(code, Wanted.of(device), List.of());
    }

    /// As [Scanning#use], for any course with the device.
    @Transactional(propagation = Propagation.MANDATORY)
    public UnitCheck use(UUID unit, String device, UUID session) {
        return scanning.use(unit, Wanted.of(device), session);
    }

    /// Throws a unit away: it is used up, whether a session used it or not.
    ///
    /// @param session in which it was dropped or bent, if in one
    /// @throws IllegalArgumentException when the reason says nothing, or it was thrown away before
    @Transactional
    public void discard(UUID unit, Optional<UUID> session, String reason) {
        StockUnit found = required(unit, reason, "what happened to it");
        if (!store.discard(
                unit, session, reason.strip(), clock.now(), Acting.current().name())) {
            throw new IllegalArgumentException(found.words() + " was thrown away before; nothing was changed");
        }
        trail.note(Act.CHANGE, "stock: thrown away, " + found.words());
    }

    /// Mends lot or expiry of a unit that was received with a mistake. What was received stays; the newest
    /// correction counts. A used unit is corrected too: a recall has to find it. A unit that is recalled stays
    /// recalled.
    ///
    /// @throws IllegalArgumentException when the reason says nothing, or nothing would change
    @Transactional
    public void correct(UUID unit, String lot, LocalDate expiry, String reason) {
        StockUnit found = required(unit, reason, "what was wrong and how it was found");
        if (lot.isBlank() || found.lot().equals(lot.strip()) && found.expiry().equals(expiry)) {
            throw new IllegalArgumentException("lot and expiry are as they were; nothing was changed");
        }
        if (!found.lot().equals(lot.strip())) {
            UnitCode.requireLot(lot.strip());
        }
        store.correct(
                unit,
                lot.strip(),
                expiry,
                reason.strip(),
                clock.now(),
                Acting.current().name());
        trail.note(Act.CHANGE, "stock: corrected, " + found.words());
    }

    private StockUnit required(UUID unit, String reason, String expected) {
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException("the reason was “" + reason.strip() + "”, expected " + expected
                    + ", in two words and eight letters at least; nothing was changed");
        }
        return store.byId(unit)
                .orElseThrow(() -> new IllegalArgumentException("this unit is not in the clinic's stock"));
    }

    /// Recalls a whole article, whatever the lot, from now on.
    ///
    /// @param number as [UnitCode#article] reads it
    /// @throws IllegalArgumentException when the reason says nothing, or it is no number of an article
    @Transactional
    public Recalled recallArticle(String number, String reason) {
        String gtin = UnitCode.article(number);
        if (!Reason.says(reason, false)) {
            throw new IllegalArgumentException(
                    "the reason of the recall was “" + reason.strip()
                            + "”, expected what was found and who says so, in two words and eight letters at least; nothing was recalled");
        }
        store.recallArticle(gtin, reason.strip(), clock.now(), Acting.current().name());
        trail.note(Act.CHANGE, "article recalled: " + gtin);
        return store.recalledArticle(gtin);
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

    /// All units, unused first, by expiry. A page shows [#shown] instead.
    @Transactional(readOnly = true)
    public List<StockUnit> all() {
        return store.all();
    }

    /// Some units of a part of the stock, in the order of [#all()].
    ///
    /// @param from how many of them come before
    @Transactional(readOnly = true)
    public List<StockUnit> shown(Showing showing, int from, int atMost) {
        return store.shown(showing, clock.today(), from, atMost);
    }

    /// How many units each part of the stock has.
    @Transactional(readOnly = true)
    public Map<Showing, Integer> counts() {
        return store.counts(clock.today());
    }

    /// Unused units to be labelled: of a lot, or all without serials.
    @Transactional(readOnly = true)
    public List<StockUnit> toLabel(Optional<String> lot) {
        return store.toLabel(lot);
    }
}
