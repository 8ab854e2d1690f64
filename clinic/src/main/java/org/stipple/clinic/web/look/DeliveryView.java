package org.stipple.clinic.web.look;

import java.util.List;

/// The delivered dose of a session beside the planned one: `parts/delivery.jte`.
///
/// @param title which session
/// @param href its report, or empty
public record DeliveryView(String title, String href, List<Line> lines) {

    /// One zone. The figures are empty where they could not be computed.
    ///
    /// @param planned punctures per cm²
    /// @param delivered the same, if contact was as told
    /// @param ratio of the two
    /// @param range of the ratio, over contact and, where the time was not taken, speed
    /// @param word in two or three words
    /// @param words what somebody should look at, or empty
    public record Line(
            String zone,
            String planned,
            String delivered,
            String ratio,
            String range,
            Verdict verdict,
            String word,
            String words) {}

    public DeliveryView {
        lines = List.copyOf(lines);
    }
}
