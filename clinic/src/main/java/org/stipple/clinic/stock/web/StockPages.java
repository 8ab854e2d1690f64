package org.stipple.clinic.stock.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Serially;
import org.stipple.clinic.stock.Goods;
import org.stipple.clinic.stock.ProductNames;
import org.stipple.clinic.stock.Showing;
import org.stipple.clinic.stock.Stock;
import org.stipple.clinic.stock.UnitCode;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.Sentence;

/// Goods in, what is there, and lot recall.
@Controller
class StockPages {

    private final Pages pages;
    private final Stock stock;
    private final StockLooks looks;
    private final ProductNames names;
    private final Once once;
    private final Serially serially;

    StockPages(Pages pages, Stock stock, StockLooks looks, ProductNames names, Once once, Serially serially) {
        this.pages = pages;
        this.stock = stock;
        this.looks = looks;
        this.names = names;
        this.once = once;
        this.serially = serially;
    }

    @GetMapping("/stock")
    @Allowed({Role.MANAGER, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> stock(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") int used) {
        String words = switch (done) {
            case "received" -> "Received.";
            case "quarantined" -> "Received into quarantine. None of it can be used.";
            case "handpiece" -> "The handpiece is in the clinic’s stock. From now on each session names its handpiece.";
            case "written" -> "Written down.";
            case "written-recalled" -> "Written down. The unit is recalled, and the recall stays with it.";
            case "article-recalled" ->
                "The article is recalled. No unit of it can be used from now on. Handpieces are recalled one by one."
                        + treated(used);
            case "article-recalled-none" ->
                "The article is recalled. No unused unit of it is in stock; what comes later cannot be used. Handpieces "
                        + "are recalled one by one." + treated(used);
            case "recalled" -> "The lot is recalled. No unit of it can be used from now on." + treated(used);
            case "recalled-none" ->
                "The lot is recalled. No unused unit of it is in stock; what comes later cannot be used."
                        + treated(used);
            default -> "";
        };
        return pages.show(
                "stock/stock",
                "/stock",
                looks.page(Showing.of(show), page, words, StockViews.Entered.NOTHING, List.of(), "", List.of()));
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
            List<Goods> goods = GoodsForm.read(form, names);
            List<String> doubts = goods.stream()
                    .flatMap(one -> stock.doubts(one.code()).stream())
                    .distinct()
                    .toList();
            if (!doubts.isEmpty() && form.text("quarantine").isEmpty()) {
                return again(form, doubts, "", List.of());
            }
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                goods.forEach(this::receive);
                return doubts.isEmpty() ? "/stock?done=received" : "/stock?done=quarantined";
            }));
        } catch (Refusal refusal) {
            return again(form, List.of(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(), "", List.of(sentence(refused)));
        }
    }

    private void receive(Goods goods) {
        if (stock.doubts(goods.code()).isEmpty()) {
            stock.receive(goods);
        } else {
            stock.quarantine(goods);
        }
    }

    @PostMapping("/stock/recall")
    @Allowed({Role.MANAGER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> recall(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            String reason = form.required("reason", "Reason");
            Optional<String> article = form.text("gtin");
            if (article.isPresent()) {
                return recallArticle(form, article.get(), reason);
            }
            String device = product(form);
            String lot = form.text("lot")
                    .orElseThrow(() -> new Refusal(
                            List.of("Enter the lot, or the number of the whole article. Nothing was recalled.")));
            if (form.text("unknown").isEmpty() && !stock.knows(device, lot)) {
                return again(
                        form,
                        List.of(),
                        "No unit of lot " + lot + " for " + looks.name(device)
                                + " was ever received here. Check the spelling and the device.",
                        List.of());
            }
            return Pages.seeOther(serially.serially(() ->
                    once.once(form.key(), form.body(), () -> recalled("", stock.recall(device, lot, reason)))));
        } catch (Refusal refusal) {
            return again(form, List.of(), "", refusal.why());
        } catch (IllegalArgumentException refused) {
            return again(form, List.of(), "", List.of(sentence(refused)));
        }
    }

    /// A lot belongs to one product, an article number to all its lots: who fills in both means one of them.
    private ResponseEntity<String> recallArticle(Form form, String typed, String reason) {
        if (form.text("lot").isPresent()) {
            throw new Refusal(
                    List.of("Both a lot and an article number stand here: which one is meant? Empty the other. "
                            + "Nothing was recalled."));
        }
        String gtin = UnitCode.article(typed);
        if (form.text("unknown").isEmpty() && !stock.knowsArticle(gtin)) {
            return again(
                    form,
                    List.of(),
                    "Nothing of article " + gtin
                            + " was ever received here with its number. Check the number; what was "
                            + "received without one is recalled by its lot.",
                    List.of());
        }
        return Pages.seeOther(serially.serially(() ->
                once.once(form.key(), form.body(), () -> recalled("article-", stock.recallArticle(gtin, reason)))));
    }

    private static String recalled(String what, Stock.Recalled recalled) {
        return "/stock?done=" + what + (recalled.unused() > 0 ? "recalled" : "recalled-none")
                + (recalled.used() > 0 ? "&used=" + recalled.used() : "");
    }

    /// What the product list gives, without the kind before the colon.
    private static String product(Form form) {
        String chosen = form.required("device", "Product");
        return chosen.substring(chosen.indexOf(':') + 1);
    }

    static String sentence(IllegalArgumentException refused) {
        String words = refused.getMessage() + "";
        return Sentence.beginning(words) + ".";
    }

    private ResponseEntity<String> again(Form form, List<String> doubts, String unknownLot, List<String> problems) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "stock/stock",
                "/stock",
                looks.page(Showing.ALL, 1, "", StockViews.Entered.of(form), doubts, unknownLot, problems));
    }
}
