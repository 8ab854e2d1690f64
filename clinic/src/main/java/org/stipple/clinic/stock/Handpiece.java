package org.stipple.clinic.stock;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.stipple.quantities.Depth;

/// What drives the cartridges of a device.
///
/// @param product knowledge-base identifier of the device
/// @param maxDepth the deepest that its own label allows, where that is less than what the knowledge base says of
///   the device
/// @param outOfService why it is out of service, where it is
/// @param lastService the day of its last service, where one was written down
/// @param sessions in how many it was used
public record Handpiece(
        UUID id,
        String product,
        Optional<String> article,
        Optional<String> gtin,
        String serial,
        Optional<Depth> maxDepth,
        Optional<String> outOfService,
        Optional<LocalDate> lastService,
        int sessions)
        implements Item {

    @Override
    public Kind kind() {
        return Kind.HANDPIECE;
    }

    /// As it is told: `handpiece, serial H-0007`.
    @Override
    public String words() {
        return "handpiece, serial " + serial;
    }

    /// Its code as it is printed.
    public String code() {
        return gtin.filter(article -> !article.startsWith("+"))
                        .map(article -> "(01)" + article)
                        .orElse("") + "(21)" + serial;
    }
}
