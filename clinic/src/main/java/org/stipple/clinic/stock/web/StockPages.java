package org.stipple.clinic.stock.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.stock.web.StockViews.Choice;
import org.stipple.clinic.stock.web.StockViews.StockPage;
import org.stipple.clinic.stock.web.StockViews.UnitLine;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.Verdict;
import org.stipple.protocol.Knowledge;

/// Goods in, what is there, and lot recall.
@Controller
class StockPages {

    private final Pages pages;
    private final Stock stock;
    private final Knowledge knowledge;
    private final Once once;
    private final Ids ids;
    private final ClinicClock clock;

    StockPages(Pages pages, Stock stock, Knowledge knowledge, Once once, Ids ids, ClinicClock clock) {
        this.pages = pages;
        this.stock = stock;
        this.knowledge = knowledge;
        this.once = once;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/stock")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> stock(
            @RequestParam(defaultValue = "") String done, @RequestParam(defaultValue = "0") int used) {
        String words = switch (done) {
            case "received" -> "Received.";
            case "quarantined" -> "Received into quarantine. None of it can be used.";
            case "recalled" -> "The lot is recalled. No unit of it can be used from now on." + treated(used);
            case "recalled-none" ->
                "The lot is recalled. No unused unit of it is in stock; what comes later cannot be used."
                        + treated(used);
            default -> "";
        };
        return pages.show("stock/stock", "/stock", page(words, StockViews.Entered.NOTHING, List.of(), "", List.of()));
    }

    /// Who was treated with it is for a clinician to see: the trail of each person says who opened the record.
    private static String treated(int used) {
        return switch (used) {
            case 0 -> "";
            case 1 ->
                " One unit of it was used before: whoever was treated with it is to be told. “Recalls” shows who.";
            default ->
                " " + used + " units of it were used before: whoever was treated with them is to be told. “Recalls” "
                        + "shows who.";
        };
    }

    /// Where a form that was refused is reloaded.
    @GetMapping("/stock/recall")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> recalls() {
        return Pages.seeOther("/stock");
    }

    @PostMapping("/stock")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> receive(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            String device = form.required("device", "Device");
            UnitCode code = UnitCode.parse(form.required("code", "Code"));
            int count = form.integer("count", "Count");
            List<String> doubts = stock.doubts(code);
            if (doubts.isEmpty()) {
                return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                    stock.receive(device, code, count);
                    return "/stock?done=received";
                }));
            }
            if (form.text("quarantine").isEmpty()) {
                return again(form, doubts, "", List.of());
            }
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                stock.quarantine(device, code, count);
                return "/stock?done=quarantined";
            }));
        } catch (Refusal refusal) {
            return again(form, List.of(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(), "", List.of(sentence(refused)));
        }
    }

    @PostMapping("/stock/recall")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> recall(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            String device = form.required("device", "Device");
            String lot = form.required("lot", "Lot");
            String reason = form.required("reason", "Reason");
            if (form.text("unknown").isEmpty() && !stock.knows(device, lot)) {
                return again(
                        form,
                        List.of(),
                        "No unit of lot " + lot + " for " + name(device)
                                + " was ever received here. Check the spelling and the device.",
                        List.of());
            }
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                var recalled = stock.recall(device, lot, reason);
                return "/stock?done=" + (recalled.unused() > 0 ? "recalled" : "recalled-none")
                        + (recalled.used() > 0 ? "&used=" + recalled.used() : "");
            }));
        } catch (Refusal refusal) {
            return again(form, List.of(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(), "", List.of(sentence(refused)));
        }
    }

    private static String sentence(IllegalArgumentException refused) {
        String words = refused.getMessage() + "";
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private ResponseEntity<String> again(Form form, List<String> doubts, String unknownLot, List<String> problems) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "stock/stock",
                "/stock",
                page("", StockViews.Entered.of(form), doubts, unknownLot, problems));
    }

    private StockPage page(
            String done, StockViews.Entered entered, List<String> doubts, String unknownLot, List<String> problems) {
        LocalDate today = clock.today();
        return new StockPage(
                ids.next(),
                ids.next(),
                knowledge.devices().stream()
                        .filter(device -> !device.forHome())
                        .map(device -> new Choice(device.id(), device.name()))
                        .toList(),
                stock.all().stream().map(unit -> line(unit, today)).toList(),
                Acting.current().isOneOf(Role.MANAGER, Role.SUPERVISING_CLINICIAN),
                done,
                entered,
                doubts,
                unknownLot,
                problems);
    }

    private UnitLine line(StockUnit unit, LocalDate today) {
        Verdict state = Verdict.GO;
        String words = "usable";
        if (unit.usedIn().isPresent()) {
            state = Verdict.WAIT;
            words = unit.recalled().isPresent() ? "used, then recalled" : "used";
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
                name(unit.device()),
                unit.lot(),
                unit.serial(),
                unit.code(),
                Days.full(unit.expiry()),
                state,
                words,
                unit.quarantine().orElse(""));
    }

    private String name(String device) {
        return knowledge.device(device).map(org.stipple.protocol.Device::name).orElse(device);
    }
}
