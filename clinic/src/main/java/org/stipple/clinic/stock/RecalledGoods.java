package org.stipple.clinic.stock;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Goods that were recalled.
///
/// @param at when they were recalled here
public record RecalledGoods(What what, String reason, Instant at, String by) {

    /// What a recall is about.
    public sealed interface What {

        /// A lot of one product, whatever its kind.
        ///
        /// @param product knowledge-base identifier of the device, the anaesthetic or the topical
        record Lot(String product, String lot) implements What {}

        /// A whole article, whatever the lot.
        ///
        /// @param gtin as [UnitCode#gtin()]
        record Article(String gtin) implements What {}

        /// One handpiece.
        ///
        /// @param product knowledge-base identifier of its device
        record OneHandpiece(UUID handpiece, String product, String serial) implements What {}
    }

    /// Names the recall in addresses and messages. The same goods have the same, whatever the case of the
    /// letters of a lot.
    public UUID id() {
        String name = switch (what) {
            case What.Lot lot -> lot.product() + "\n" + lot.lot().toLowerCase(Locale.ROOT);
            case What.Article article -> "article\n" + article.gtin();
            case What.OneHandpiece one -> "handpiece\n" + one.handpiece();
        };
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// As a person says it: `lot LOT7`.
    public String words() {
        return switch (what) {
            case What.Lot lot -> "lot " + lot.lot();
            case What.Article article -> "article " + article.gtin();
            case What.OneHandpiece one -> "handpiece " + one.serial();
        };
    }

    /// Knowledge-base identifier of what they are; empty for an article, whose number says it to its maker.
    public Optional<String> product() {
        return switch (what) {
            case What.Lot lot -> Optional.of(lot.product());
            case What.Article _ -> Optional.empty();
            case What.OneHandpiece one -> Optional.of(one.product());
        };
    }

    /// What would tell a stranger what the recall is about.
    public List<String> telling() {
        return switch (what) {
            case What.Lot lot -> List.of(lot.lot(), lot.product());
            case What.Article article -> List.of(article.gtin());
            case What.OneHandpiece one -> List.of(one.serial(), one.product());
        };
    }
}
