package org.stipple.clinic.stock.web;

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
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.stock.Showing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.StockUnit;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.NotHere;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// What happens to one unit in the stock room: a mistake of goods in is corrected, or it is thrown away.
@Controller
class UnitStepPages {

    private final Pages pages;
    private final Stock stock;
    private final StockLooks looks;
    private final Once once;
    private final Serially serially;

    UnitStepPages(Pages pages, Stock stock, StockLooks looks, Once once, Serially serially) {
        this.pages = pages;
        this.stock = stock;
        this.looks = looks;
        this.once = once;
        this.serially = serially;
    }

    /// Where a form that was refused is reloaded.
    @GetMapping("/stock/units/{unit}")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> one(@PathVariable UUID unit) {
        requireHere(unit);
        return Pages.seeOther("/stock");
    }

    @PostMapping("/stock/units/{unit}")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> step(@PathVariable UUID unit, @RequestParam MultiValueMap<String, String> fields) {
        requireHere(unit);
        var form = new Form(fields);
        try {
            String reason = form.required("reason", "Reason");
            return Pages.seeOther(serially.serially(() -> once.once(form.key(), form.body(), () -> {
                if (form.text("discard").isPresent()) {
                    stock.discard(unit, Optional.empty(), reason);
                } else {
                    stock.correct(unit, form.required("lot", "Lot"), expiry(form), reason);
                }
                return stock.find(unit).flatMap(StockUnit::recalled).isPresent()
                        ? "/stock?done=written-recalled"
                        : "/stock?done=written";
            })));
        } catch (Refusal refusal) {
            return again(form, refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(StockPages.sentence(refused)));
        }
    }

    private void requireHere(UUID unit) {
        if (stock.find(unit).isEmpty()) {
            throw new NotHere();
        }
    }

    private static LocalDate expiry(Form form) {
        String typed = form.required("expiry", "Expires");
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new Refusal(List.of("“Expires” was " + typed + ", expected a day such as 2027-11-30."));
        }
    }

    private ResponseEntity<String> again(Form form, List<String> problems) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "stock/stock",
                "/stock",
                looks.page(Showing.ALL, 1, "", StockViews.Entered.of(form), List.of(), "", problems));
    }
}
