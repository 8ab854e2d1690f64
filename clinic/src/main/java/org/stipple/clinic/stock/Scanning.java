package org.stipple.clinic.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.TopicalProduct;

/// From a code to the thing in stock that it names, whatever its kind, and whether that may be used.
@Component
public class Scanning {

    private final StockStore units;
    private final HandpieceStore handpieces;
    private final Knowledge knowledge;
    private final ClinicClock clock;

    Scanning(StockStore units, HandpieceStore handpieces, Knowledge knowledge, ClinicClock clock) {
        this.units = units;
        this.handpieces = handpieces;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// Whether what was scanned may be used today by a course. Of a lot without serials any unused unit is
    /// taken that was not taken already.
    ///
    /// @param taken what was scanned before it for the same session
    @Transactional(readOnly = true)
    public UnitCheck check(UnitCode code, Wanted wanted, List<UUID> taken) {
        List<Item> named = named(code);
        if (named.isEmpty()) {
            return new UnitCheck.Refused(unknown(code));
        }
        List<Item> agreeing = named.stream()
                .filter(item -> disagreement(item, code).isEmpty())
                .toList();
        if (agreeing.isEmpty()) {
            return new UnitCheck.Refused(disagreement(named.getFirst(), code).orElseThrow());
        }
        boolean one = code.serial().isPresent() || code.label().isPresent();
        List<Item> meant = meant(one ? agreeing : counted(agreeing), code, wanted);
        if (meant.isEmpty()) {
            return new UnitCheck.Refused("Lot " + code.lot().orElse("")
                    + " has serials, and this code says none: scan the serial on the pouch.");
        }
        if (one && meant.size() > 1 && meant.stream().anyMatch(item -> isUsable(item, wanted))) {
            return new UnitCheck.Refused("The code fits more than one thing in stock: "
                    + meant.stream()
                            .map(item -> item.product() + ", " + item.words())
                            .collect(Collectors.joining("; "))
                    + ". Choose the one in your hand from the list.");
        }
        List<Item> found =
                meant.stream().filter(item -> !taken.contains(item.id())).toList();
        if (found.isEmpty()) {
            return new UnitCheck.Refused(
                    "This was scanned already: " + meant.getFirst().words() + ".");
        }
        return found.stream()
                .map(item -> UnitCheck.of(item, wanted, clock.today(), knowledge))
                .filter(UnitCheck.Usable.class::isInstance)
                .findFirst()
                .orElseGet(() -> UnitCheck.of(found.getFirst(), wanted, clock.today(), knowledge));
    }

    private boolean isUsable(Item item, Wanted wanted) {
        return UnitCheck.of(item, wanted, clock.today(), knowledge) instanceof UnitCheck.Usable;
    }

    private static Optional<String> disagreement(Item item, UnitCode code) {
        return switch (item) {
            case StockUnit unit -> unit.disagreesWith(code);
            case Handpiece _ -> Optional.empty();
        };
    }

    /// Of units with serials the code in hand is of one of them, and does not say of which: it may be a used
    /// one.
    private static List<Item> counted(List<Item> items) {
        return items.stream()
                .filter(item -> item instanceof StockUnit unit && unit.isCounted())
                .toList();
    }

    /// Makers number their lots each for themselves: of what agrees with the code, that of its article is
    /// meant, and what fits the device before what does not.
    private static List<Item> meant(List<Item> agreeing, UnitCode code, Wanted wanted) {
        List<Item> article = preferred(
                agreeing,
                item -> item instanceof StockUnit unit
                        && unit.gtin().isPresent()
                        && unit.gtin().equals(code.gtin()));
        return preferred(article, item -> item.product().equals(wanted.device()));
    }

    private static List<Item> preferred(List<Item> items, Predicate<Item> first) {
        List<Item> found = items.stream().filter(first).toList();
        return found.isEmpty() ? items : found;
    }

    private List<Item> named(UnitCode code) {
        if (code.label().isPresent()) {
            String digits = OwnLabel.lastDigits(code.label().get());
            return units.byLabel(digits).<Item>map(unit -> unit).or(() -> handpieces.byLabel(digits)).stream()
                    .toList();
        }
        var named = new ArrayList<Item>();
        code.lot()
                .ifPresent(lot -> named.addAll(
                        code.serial().map(serial -> units.find(lot, serial)).orElseGet(() -> units.unusedOf(lot))));
        if (named.isEmpty()) {
            code.serial()
                    .ifPresent(serial -> handpieces.bySerial(serial).stream()
                            .filter(handpiece -> code.gtin().isEmpty()
                                    || handpiece.gtin().isEmpty()
                                    || handpiece.gtin().equals(code.gtin()))
                            .forEach(named::add));
        }
        return named;
    }

    private static String unknown(UnitCode code) {
        if (code.label().isPresent()) {
            return "Nothing in this clinic’s stock has the label "
                    + code.label().get() + ".";
        }
        if (code.lot().isEmpty()) {
            return "No handpiece with serial " + code.serial().orElse("")
                    + " is in the clinic’s stock. Take it in first.";
        }
        return "No unit with lot " + code.lot().get()
                + code.serial().map(serial -> " and serial " + serial).orElse("")
                + " is left in stock. Receive it first; that checks its lot and expiry.";
    }

    /// What in stock may be used by a course today, apart from what was scanned already: handpieces first, then
    /// by expiry.
    @Transactional(readOnly = true)
    public List<Item> usable(Wanted wanted, List<UUID> taken) {
        List<String> topicals = knowledge.topicals().stream()
                .filter(one -> one.during() == TopicalProduct.During.ALLOWED)
                .map(TopicalProduct::id)
                .toList();
        return Stream.<Item>concat(
                        handpieces.all().stream(), units.usable(wanted.device(), topicals, clock.today()).stream())
                .filter(item -> !taken.contains(item.id()))
                .filter(item -> isUsable(item, wanted))
                .toList();
    }

    /// What is in stock under this identifier.
    @Transactional(readOnly = true)
    public Optional<Item> find(UUID id) {
        return units.byId(id).<Item>map(unit -> unit).or(() -> handpieces.byId(id));
    }

    /// Whether the clinic keeps handpieces of a device: from the first on, each session names the one that it
    /// used.
    @Transactional(readOnly = true)
    public boolean keepsHandpieces(String device) {
        return handpieces.keeps(device);
    }

    /// Why something that was scanned may not be used now; empty where it may.
    @Transactional(readOnly = true)
    public Optional<String> whyNot(UUID id, Wanted wanted) {
        return switch (judged(id, wanted)) {
            case UnitCheck.Refused(var why) -> Optional.of(why);
            case UnitCheck.Usable _ -> Optional.empty();
        };
    }

    private UnitCheck judged(UUID id, Wanted wanted) {
        return find(id).map(found -> UnitCheck.of(found, wanted, clock.today(), knowledge))
                .orElse(new UnitCheck.Refused("This unit is not in the clinic's stock."));
    }

    /// Uses it for a session, in the transaction that starts it. It is judged again here; of two that use one
    /// unit at once, one fails.
    @Transactional(propagation = Propagation.MANDATORY)
    public UnitCheck use(UUID id, Wanted wanted, UUID session) {
        UnitCheck check = judged(id, wanted);
        if (!(check instanceof UnitCheck.Usable(Item item))) {
            return check;
        }
        String by = Acting.current().name();
        return switch (item) {
            case Handpiece handpiece -> {
                handpieces.use(handpiece.id(), session, clock.now(), by);
                yield check;
            }
            case StockUnit unit ->
                units.use(unit.id(), session, clock.now(), by)
                        ? check
                        : new UnitCheck.Refused(unit.words() + " was used before. A unit is used once; take another.");
        };
    }
}
