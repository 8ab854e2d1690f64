package org.stipple.clinic.stock.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of the stock room show.
public final class StockViews {

    private StockViews() {}

    /// @param done what was just done, or empty
    public record StockPage(
            UUID receiveKey,
            UUID recallKey,
            List<Choice> devices,
            List<UnitLine> units,
            boolean mayChange,
            String done,
            List<String> problems) {}

    /// A device to choose.
    public record Choice(String value, String words) {}

    /// A unit in the list.
    ///
    /// @param state how it stands: usable, used, expired or recalled
    public record UnitLine(String device, String lot, String serial, String expiry, Verdict state, String words) {}
}
