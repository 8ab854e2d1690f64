package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.Optional;
import org.stipple.clinic.web.Days;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.TopicalProduct;
import org.stipple.quantities.Depth;

/// Whether something from stock may be used: by this course, today, a unit once.
public sealed interface UnitCheck {

    /// It may.
    record Usable(Item item) implements UnitCheck {}

    /// It may not, and why. Never overridable: another is needed.
    record Refused(String why) implements UnitCheck {}

    /// Judges what is in the clinic's stock.
    static UnitCheck of(Item item, Wanted wanted, LocalDate today, Knowledge knowledge) {
        return switch (item) {
            case StockUnit unit -> of(unit, wanted, today, knowledge);
            case Handpiece handpiece -> of(handpiece, wanted);
        };
    }

    /// A unit is good through its expiry date.
    private static UnitCheck of(StockUnit unit, Wanted wanted, LocalDate today, Knowledge knowledge) {
        if (unit.usedIn().isPresent()) {
            return new Refused(unit.words() + " was used before. A unit is used once; take another.");
        }
        if (unit.discarded().isPresent()) {
            return new Refused(
                    unit.words() + " was thrown away: " + unit.discarded().get() + ". Take another.");
        }
        if (unit.quarantine().isPresent()) {
            return new Refused(unit.words() + " is in quarantine since it was received: "
                    + unit.quarantine().get() + ". Take another.");
        }
        if (unit.recalled().isPresent()) {
            return new Refused(
                    "Lot " + unit.lot() + " is recalled: " + unit.recalled().get() + ". Take a unit of another lot.");
        }
        if (today.isAfter(unit.expiry())) {
            return new Refused(unit.words() + " expired on " + Days.full(unit.expiry()) + ". Take another.");
        }
        return switch (unit.kind()) {
            case CARTRIDGE, HANDPIECE ->
                unit.product().equals(wanted.device())
                        ? new Usable(unit)
                        : new Refused(unit.words() + " is for " + unit.product() + ", and the course is planned with "
                                + wanted.device() + ".");
            case ANAESTHETIC -> new Usable(unit);
            case TOPICAL ->
                notWhileNeedling(unit, knowledge).<UnitCheck>map(Refused::new).orElseGet(() -> new Usable(unit));
        };
    }

    /// What is not labelled for needling, or not sterile, stays in the skin and has caused granulomas.
    private static Optional<String> notWhileNeedling(StockUnit unit, Knowledge knowledge) {
        Optional<TopicalProduct> topical = knowledge.topicals().stream()
                .filter(one -> one.id().equals(unit.product()))
                .findFirst();
        if (topical.isEmpty()) {
            return Optional.of(
                    unit.words() + " is of a product that nothing is known of here: it stays off needled skin.");
        }
        return topical.filter(one -> one.during() != TopicalProduct.During.ALLOWED)
                .map(one -> unit.words() + " is " + one.name() + ", which is not on the skin while it is needled: "
                        + (one.sterile() ? "" : "it is not sterile, ")
                        + (one.labelled() ? "" : "no label names needled skin. ")
                        + one.says());
    }

    private static UnitCheck of(Handpiece handpiece, Wanted wanted) {
        if (handpiece.outOfService().isPresent()) {
            return new Refused("The " + handpiece.words() + ", is out of service: "
                    + handpiece.outOfService().get() + ". Take another.");
        }
        if (!handpiece.product().equals(wanted.device())) {
            return new Refused("The " + handpiece.words() + ", is a " + handpiece.product()
                    + ", and the course is planned with " + wanted.device() + ".");
        }
        Optional<Depth> over = wanted.deepest()
                .filter(deepest -> handpiece
                        .maxDepth()
                        .filter(most -> deepest.compareTo(most) > 0)
                        .isPresent());
        return over.<UnitCheck>map(deepest -> new Refused("The " + handpiece.words() + ", is labelled to "
                        + handpiece.maxDepth().map(Depth::toString).orElse("") + ", and the course plans " + deepest
                        + ". Take another."))
                .orElseGet(() -> new Usable(handpiece));
    }
}
