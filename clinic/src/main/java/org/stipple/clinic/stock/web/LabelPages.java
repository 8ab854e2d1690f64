package org.stipple.clinic.stock.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.LabelPicture;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.web.StockViews.LabelLine;
import org.stipple.clinic.stock.web.StockViews.LabelsPage;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Pages;

/// The clinic's own labels, to be printed and stuck on what has no code of its own.
@Controller
class LabelPages {

    private final Pages pages;
    private final Stock stock;
    private final Handpieces handpieces;
    private final StockLooks looks;

    LabelPages(Pages pages, Stock stock, Handpieces handpieces, StockLooks looks) {
        this.pages = pages;
        this.stock = stock;
        this.handpieces = handpieces;
        this.looks = looks;
    }

    /// @param lot whose units; empty for all that are unused and have no serial, and the handpieces
    @GetMapping("/stock/labels")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> labels(@RequestParam(defaultValue = "") String lot) {
        List<StockUnit> units = stock.toLabel(lot.isEmpty() ? Optional.empty() : Optional.of(lot));
        return pages.show(
                "stock/labels",
                "/stock",
                new LabelsPage(
                        lot,
                        Stream.concat(
                                        units.stream().map(this::line),
                                        (lot.isEmpty() ? handpieces.all() : List.<Handpiece>of())
                                                .stream().map(this::line))
                                .toList()));
    }

    private LabelLine line(StockUnit unit) {
        return line(
                unit,
                unit.words(),
                "until " + Days.full(unit.expiry())
                        + unit.declared().map(one -> ", " + one).orElse(""));
    }

    private LabelLine line(Handpiece handpiece) {
        return line(handpiece, handpiece.words(), "");
    }

    private LabelLine line(Item item, String words, String more) {
        var picture = LabelPicture.of(item);
        return new LabelLine(
                item.article().orElse(looks.name(item.product())),
                words,
                more,
                item.label(),
                picture.modules() + 2,
                picture.path());
    }
}
