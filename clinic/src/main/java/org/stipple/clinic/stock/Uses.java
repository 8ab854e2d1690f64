package org.stipple.clinic.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// In which sessions something of the stock was used: by lot, article, product or one handpiece. No patient
/// stands in the stock; whose sessions they are, `treatment` says.
@Component
public class Uses {

    private final UsesStore store;

    Uses(UsesStore store) {
        this.store = store;
    }

    /// One thing in one session. An anaesthetic that was put on for a session that never began stands here too,
    /// under the identifier that the session would have had.
    ///
    /// @param words of the thing: `lot LOT7, serial 0042`
    public record Use(UUID session, UUID item, Kind kind, String product, String words, Instant at) {}

    /// Of a lot, whatever the case of its letters.
    ///
    /// @param product as in [StockUnit#product()]
    @Transactional(readOnly = true)
    public List<Use> ofLot(String product, String lot) {
        return store.ofLot(product, lot);
    }

    /// Of an article.
    @Transactional(readOnly = true)
    public List<Use> ofArticle(String gtin) {
        return store.ofArticle(gtin);
    }

    /// Of a kind of product: all cartridges of a device, all tubes of an anaesthetic, a topical, all handpieces
    /// of a device.
    @Transactional(readOnly = true)
    public List<Use> ofProduct(Kind kind, String product) {
        return store.ofProduct(kind, product);
    }

    /// Of one handpiece.
    @Transactional(readOnly = true)
    public List<Use> ofHandpiece(UUID handpiece) {
        return store.ofHandpiece(handpiece);
    }
}
