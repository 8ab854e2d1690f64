package org.stipple.clinic.stock;

import java.util.Optional;
import java.util.UUID;

/// One thing in the clinic's stock, as a code names it: a unit that one session uses up, or a handpiece that many
/// sessions use.
public sealed interface Item permits StockUnit, Handpiece {

    UUID id();

    Kind kind();

    /// Knowledge-base identifier: of the device that a cartridge fits or a handpiece is, of the anaesthetic, or
    /// of the topical.
    String product();

    /// As the box names it, where somebody wrote that down.
    Optional<String> article();

    /// As a person tells it from others of its kind: `lot LOT7, serial 0042`.
    String words();

    /// The clinic's own label for it: `7K3M9Q2XW4TC`.
    default String label() {
        return OwnLabel.of(id());
    }

    /// What the clinic's own label says to a scanner: `(91)7K3M9Q2XW4TC`.
    default String labelCode() {
        return "(91)" + label();
    }
}
