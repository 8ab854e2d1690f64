package org.stipple.clinic.stock.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.Showing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.Uses;
import org.stipple.clinic.stock.web.StockViews.Choice;
import org.stipple.clinic.stock.web.StockViews.Entered;
import org.stipple.clinic.stock.web.StockViews.Filter;
import org.stipple.clinic.stock.web.StockViews.Group;
import org.stipple.clinic.stock.web.StockViews.HandpieceLine;
import org.stipple.clinic.stock.web.StockViews.StockPage;
import org.stipple.clinic.stock.web.StockViews.UnitLine;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.TopicalProduct;

/// Puts the page of the stock room together.
@Component
class StockLooks {

    /// Design: a screen or two of a list that is read by its filters.
    private static final int AT_ONCE = 100;

    private final Stock stock;
    private final Handpieces handpieces;
    private final Uses uses;
    private final Knowledge knowledge;
    private final ProductNames names;
    private final ClinicClock clock;
    private final Ids ids;

    StockLooks(
            Stock stock,
            Handpieces handpieces,
            Uses uses,
            Knowledge knowledge,
            ProductNames names,
            ClinicClock clock,
            Ids ids) {
        this.stock = stock;
        this.handpieces = handpieces;
        this.uses = uses;
        this.knowledge = knowledge;
        this.names = names;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param wanted which page of the list, from 1; one that is not there is the nearest that is
    StockPage page(
            Showing showing,
            int wanted,
            String done,
            Entered entered,
            List<String> doubts,
            String unknownLot,
            List<String> problems) {
        LocalDate today = clock.today();
        Map<Showing, Integer> counts = stock.counts();
        int total = counts.getOrDefault(showing, 0);
        int page = Math.clamp(wanted, 1, Math.max(1, (total + AT_ONCE - 1) / AT_ONCE));
        int from = (page - 1) * AT_ONCE;
        int until = Math.min(total, from + AT_ONCE);
        return new StockPage(
                ids.next(),
                ids.next(),
                ids.next(),
                devices(),
                products(),
                Arrays.stream(Showing.values())
                        .map(one -> new Filter(
                                one.id().isEmpty() ? "/stock" : "/stock?show=" + one.id(),
                                one.words(),
                                counts.getOrDefault(one, 0),
                                one == showing))
                        .toList(),
                stock.shown(showing, from, AT_ONCE).stream()
                        .map(unit -> line(unit, today))
                        .toList(),
                total <= AT_ONCE ? "" : "Units " + (from + 1) + " to " + until + " of " + total,
                page > 1 ? href(showing, page - 1) : "",
                until < total ? href(showing, page + 1) : "",
                handpieces.all().stream().map(this::line).toList(),
                Acting.current().isOneOf(Role.MANAGER, Role.SUPERVISING_CLINICIAN),
                today.toString(),
                done,
                entered,
                doubts,
                unknownLot,
                problems);
    }

    private static String href(Showing showing, int page) {
        return "/stock?" + (showing.id().isEmpty() ? "" : "show=" + showing.id() + "&") + "page=" + page;
    }

    private List<Choice> devices() {
        return knowledge.devices().stream()
                .filter(device -> !device.forHome())
                .map(device -> new Choice(device.id(), device.name()))
                .toList();
    }

    /// Of each kind what the knowledge base names: its limits are those of the labels that are cited there.
    private List<Group> products() {
        return List.of(
                new Group("Cartridge, roller or stamp for", devices()),
                new Group(
                        "Anaesthetic",
                        knowledge.anaesthetics().entrySet().stream()
                                .map(one -> new Choice("anaesthetic:" + one.getKey(), one.getValue()))
                                .toList()),
                new Group(
                        "On the skin while it is needled",
                        knowledge.topicals().stream()
                                .filter(one -> one.role() != TopicalProduct.Role.ANAESTHETIC)
                                .map(one -> new Choice("topical:" + one.id(), one.name() + " (" + during(one) + ")"))
                                .toList()));
    }

    private static String during(TopicalProduct topical) {
        return switch (topical.during()) {
            case ALLOWED -> "may be used";
            case SIGN_OFF -> "a clinician signs for it";
            case NEVER -> "never while needling";
        };
    }

    private UnitLine line(StockUnit unit, LocalDate today) {
        Verdict state = Verdict.GO;
        String words = "usable";
        if (unit.usedIn().isPresent()) {
            state = Verdict.WAIT;
            words = unit.recalled().isPresent() ? "used, then recalled" : "used";
        } else if (unit.discarded().isPresent()) {
            state = Verdict.WAIT;
            words = "thrown away";
        } else if (unit.quarantine().isPresent()) {
            state = Verdict.NO;
            words = "quarantined";
        } else if (unit.recalled().isPresent()) {
            state = Verdict.NO;
            words = "recalled";
        } else if (today.isAfter(unit.expiry())) {
            state = Verdict.NO;
            words = "expired";
        }
        return new UnitLine(
                unit.id().toString(),
                ids.next(),
                unit.expiry().toString(),
                unit.kind().words(),
                unit.article()
                        .map(article -> article + ": " + name(unit.product()))
                        .orElse(name(unit.product())),
                unit.lot(),
                unit.serial() + unit.declared().map(one -> ", " + one).orElse(""),
                unit.code(),
                unit.isCounted() ? unit.labelCode() : "",
                Days.full(unit.expiry()),
                state,
                words,
                unit.recalled().isPresent(),
                Stream.of(unit.quarantine(), unit.discarded())
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(""));
    }

    private HandpieceLine line(Handpiece handpiece) {
        return new HandpieceLine(
                handpiece.id().toString(),
                name(handpiece.product()),
                handpiece.serial(),
                handpiece.code(),
                handpiece.labelCode(),
                handpiece
                        .maxDepth()
                        .or(() -> knowledge.device(handpiece.product()).map(Device::deepest))
                        .map(Object::toString)
                        .orElse(""),
                handpiece.outOfService().isEmpty(),
                handpiece.outOfService().orElse(""),
                handpiece.lastService().map(Days::full).orElse("not written down"),
                handpiece.sessions(),
                uses.ofHandpiece(handpiece.id()).stream()
                        .map(use -> Days.moment(use.at(), Acting.current().zone()))
                        .reduce((_, later) -> later)
                        .orElse(""),
                ids.next());
    }

    /// As the knowledge base names a product.
    String name(String product) {
        return names.of(product);
    }
}
