package org.stipple.clinic.stock.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.stock.Handpieces;
import org.stipple.clinic.stock.Item;
import org.stipple.clinic.stock.Kind;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.Scanning;
import org.stipple.clinic.stock.Showing;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.quantities.Depth;

/// Handpieces: taken in, serviced, taken out of service and put back.
@Controller
class HandpiecePages {

    private final Pages pages;
    private final Handpieces handpieces;
    private final Scanning scanning;
    private final StockLooks looks;
    private final ProductNames names;
    private final Once once;

    HandpiecePages(
            Pages pages, Handpieces handpieces, Scanning scanning, StockLooks looks, ProductNames names, Once once) {
        this.pages = pages;
        this.handpieces = handpieces;
        this.scanning = scanning;
        this.looks = looks;
        this.names = names;
        this.once = once;
    }

    /// Where a form that was refused is reloaded.
    @GetMapping("/stock/handpieces")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> reloaded() {
        return Pages.seeOther("/stock#handpieces");
    }

    @PostMapping("/stock/handpieces")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> receive(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            String device = form.required("device", "Device");
            if (!names.knows(Kind.HANDPIECE, device)) {
                throw new Refusal(List.of("Choose the device from the list. Nothing was taken in."));
            }
            Optional<UnitCode> code = form.text("code")
                    .filter(typed -> typed.matches("[(+\\]0].*"))
                    .map(UnitCode::parse);
            String serial = code.flatMap(UnitCode::serial)
                    .or(() -> form.text("code").filter(_ -> code.isEmpty()))
                    .orElseThrow(() -> new Refusal(
                            List.of("The code says no serial (21): enter the serial as the handpiece says it.")));
            Optional<Depth> most = form.text("maxDepthMm").map(HandpiecePages::depth);
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                handpieces.receive(device, form.text("article"), code.flatMap(UnitCode::gtin), serial, most);
                return "/stock?done=handpiece";
            }));
        } catch (Refusal refusal) {
            return again(form, refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(StockPages.sentence(refused)));
        }
    }

    private static Depth depth(String typed) {
        try {
            return Depth.ofMicrometres(new BigDecimal(typed).movePointRight(3).intValueExact());
        } catch (ArithmeticException | IllegalArgumentException none) {
            throw new Refusal(List.of("“Labelled to” was " + typed + ", expected millimetres such as 2.5."));
        }
    }

    /// @param handpiece one of the clinic's
    @GetMapping("/stock/handpieces/{handpiece}")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> one(@PathVariable UUID handpiece) {
        required(handpiece);
        return Pages.seeOther("/stock#handpieces");
    }

    @PostMapping("/stock/handpieces/{handpiece}")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> step(@PathVariable UUID handpiece, @RequestParam MultiValueMap<String, String> fields) {
        required(handpiece);
        var form = new Form(fields);
        try {
            String note = form.required("note", "What was found or done");
            String step = form.required("step", "What happens");
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                switch (step) {
                    case "out-of-service" -> handpieces.takeOut(handpiece, note);
                    case "in-service" -> handpieces.putBack(handpiece, note);
                    case "recalled" -> handpieces.recall(handpiece, note);
                    case "serviced" -> handpieces.serviced(handpiece, day(form), note);
                    default -> throw new Refusal(List.of("Choose what happens with the handpiece."));
                }
                return "/stock?done=written#handpieces";
            }));
        } catch (Refusal refusal) {
            return again(form, refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(StockPages.sentence(refused)));
        }
    }

    private static LocalDate day(Form form) {
        String typed = form.required("day", "Day");
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new Refusal(List.of("“Day” was " + typed + ", expected a day such as 2026-11-21."));
        }
    }

    private Item required(UUID handpiece) {
        return scanning.find(handpiece).orElseThrow(NotHere::new);
    }

    private ResponseEntity<String> again(Form form, List<String> problems) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "stock/stock",
                "/stock",
                looks.page(Showing.ALL, 1, "", StockViews.Entered.of(form), List.of(), "", problems));
    }
}
