package org.stipple.clinic.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lots that were recalled, and in which sessions they were used. All that a recall has to know of the stock,
/// whatever kinds of goods that holds.
@Component
public class RecalledLots {

    private final RecalledLotStore store;

    RecalledLots(RecalledLotStore store) {
        this.store = store;
    }

    /// All of them, newest first.
    @Transactional(readOnly = true)
    public List<RecalledLot> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<RecalledLot> find(UUID id) {
        return store.all().stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    /// The sessions in which something of the lot was used.
    @Transactional(readOnly = true)
    public List<UUID> sessionsWith(RecalledLot lot) {
        return store.sessionsWith(lot);
    }
}
