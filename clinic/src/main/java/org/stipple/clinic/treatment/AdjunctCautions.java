package org.stipple.clinic.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stipple.clinic.stock.Stock;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.TopicalProduct;

/// What speaks against something that was given beside the needle. Its name is typed by a person, so that it is
/// found by its words: what is said too often is read, what is not said at all stays in the skin.
@Component
class AdjunctCautions {

    private final Stock stock;
    private final Knowledge knowledge;

    AdjunctCautions(Stock stock, Knowledge knowledge) {
        this.stock = stock;
        this.knowledge = knowledge;
    }

    /// In words; empty where nothing is known to speak against it.
    Optional<String> of(Adjunct.Used used) {
        var cautions = new ArrayList<String>();
        used.lot()
                .ifPresent(lot -> stock.recallOf(lot)
                        .ifPresent(why -> cautions.add("lot " + lot.strip() + " is recalled here: " + why)));
        notOnNeedledSkin(used.product())
                .ifPresent(one -> cautions.add(used.product() + " is not put on skin that was just needled: "
                        + (one.sterile() ? "" : "it is not sterile, ")
                        + (one.labelled() ? "" : "no label names needled skin, ")
                        + "it waits " + one.fromHours() + " hours. " + one.says()));
        return cautions.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", cautions));
    }

    /// What may be on the skin from the first hour on is nothing to be cautious about.
    private Optional<TopicalProduct> notOnNeedledSkin(String typed) {
        String product = typed.toLowerCase(Locale.ROOT).replace('-', ' ');
        List<TopicalProduct> named = knowledge.topicals().stream()
                .filter(one -> product.contains(one.id().replace('-', ' ')) || product.contains(bare(one.name())))
                .toList();
        if (named.isEmpty() && product.contains("serum")) {
            return knowledge.topicals().stream()
                    .filter(one -> one.id().equals("other-serum"))
                    .findFirst();
        }
        return named.stream()
                .filter(one -> one.during() != TopicalProduct.During.ALLOWED && one.fromHours() > 0)
                .findFirst();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', ' ').replaceFirst("^(a|the) ", "");
    }
}
