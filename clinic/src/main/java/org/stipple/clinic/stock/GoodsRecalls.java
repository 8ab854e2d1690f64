package org.stipple.clinic.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.stock.RecalledGoods.What;

/// The goods that were recalled, and in which sessions they were used. All that a recall has to know of the
/// stock, whatever kinds of goods that holds.
@Component
public class GoodsRecalls {

    private final GoodsRecallStore store;
    private final UsesStore uses;

    GoodsRecalls(GoodsRecallStore store, UsesStore uses) {
        this.store = store;
        this.uses = uses;
    }

    /// All of them, newest first.
    @Transactional(readOnly = true)
    public List<RecalledGoods> all() {
        return store.all();
    }

    /// @param id as [RecalledGoods#id()]
    @Transactional(readOnly = true)
    public Optional<RecalledGoods> find(UUID id) {
        return store.all().stream().filter(goods -> goods.id().equals(id)).findFirst();
    }

    /// The sessions in which something of the goods was used, the first of them first. An anaesthetic that was
    /// put on for a session that never began counts under the identifier that the session would have had.
    @Transactional(readOnly = true)
    public List<UUID> sessionsWith(RecalledGoods goods) {
        var found = switch (goods.what()) {
            case What.Lot(var product, var lot) -> uses.ofLot(product, lot);
            case What.Article(var gtin) -> uses.ofArticle(gtin);
            case What.OneHandpiece one -> uses.ofHandpiece(one.handpiece());
        };
        return found.stream().map(Uses.Use::session).distinct().toList();
    }
}
