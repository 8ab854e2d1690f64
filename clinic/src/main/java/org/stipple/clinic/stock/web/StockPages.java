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
    ResponseEntity<String> stock(@RequestParam(defaultValue = "") String done) {
        String words = switch (done) {
            case "received" -> "Received.";
            case "recalled" -> "The lot is recalled. No unit of it can be used from now on.";
            case "recalled-none" ->
                "The recall is noted, but no unused unit of this lot and device is in stock. Check the spelling and the device.";
            default -> "";
        };
        return pages.show("stock/stock", "/stock", page(words, List.of()));
    }

    @PostMapping("/stock")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> receive(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                stock.receive(
                        form.required("device", "Device"),
                        UnitCode.parse(form.required("code", "Code")),
                        form.integer("count", "Count"));
                return "/stock?done=received";
            }));
        } catch (Refusal refusal) {
            return again(refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(List.of(refused.getMessage() + ""));
        }
    }

    @PostMapping("/stock/recall")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> recall(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                int units = stock.recall(
                        form.required("device", "Device"),
                        form.required("lot", "Lot"),
                        form.required("reason", "Reason"));
                return units > 0 ? "/stock?done=recalled" : "/stock?done=recalled-none";
            }));
        } catch (Refusal refusal) {
            return again(refusal.why());
        }
    }

    private ResponseEntity<String> again(List<String> problems) {
        return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "stock/stock", "/stock", page("", problems));
    }

    private StockPage page(String done, List<String> problems) {
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
                problems);
    }

    private UnitLine line(StockUnit unit, LocalDate today) {
        Verdict state = Verdict.GO;
        String words = "usable";
        if (unit.usedIn().isPresent()) {
            state = Verdict.WAIT;
            words = "used";
        } else if (unit.recalled().isPresent()) {
            state = Verdict.NO;
            words = "recalled";
        } else if (today.isAfter(unit.expiry())) {
            state = Verdict.NO;
            words = "expired";
        }
        String device = knowledge
                .device(unit.device())
                .map(org.stipple.protocol.Device::name)
                .orElse(unit.device());
        return new UnitLine(device, unit.lot(), unit.serial(), Days.date(unit.expiry(), today), state, words);
    }
}
