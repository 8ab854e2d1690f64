package org.stipple.clinic.stock.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of the stock room show.
public final class StockViews {

    private StockViews() {}

    /// @param done what was just done, or empty
    /// @param entered what was sent and not done yet
    /// @param doubts what speaks against the goods that were entered: asks whether they go into quarantine
    /// @param unknownLot that no unit of the lot to recall was ever received, or empty: asks whether it is meant
    public record StockPage(
            UUID receiveKey,
            UUID recallKey,
            List<Choice> devices,
            List<UnitLine> units,
            boolean mayChange,
            String done,
            Entered entered,
            List<String> doubts,
            String unknownLot,
            List<String> problems) {}

    /// What a form sent, to be shown again.
    ///
    /// @param reasonError what is to be mended about the reason; may be empty
    public record Entered(String device, String code, String count, String lot, String reason, String reasonError) {
        static final Entered NOTHING = new Entered("", "", "1", "", "", "");

        static Entered of(Form form) {
            String reason = form.text("reason").orElse("");
            boolean enough = !form.fields().containsKey("reason") || Reason.says(reason, false);
            return new Entered(
                    form.text("device").orElse(""),
                    form.text("code").orElse(""),
                    form.text("count").orElse("1"),
                    form.text("lot").orElse(""),
                    reason,
                    enough
                            ? ""
                            : (reason.isEmpty() ? "Is empty" : "Was “" + reason + "”")
                                    + ", expected what was found and who says so, in two words and eight letters at least.");
        }
    }

    /// A device to choose.
    public record Choice(String value, String words) {}

    /// A unit in the list.
    ///
    /// @param code as it is printed on the unit
    /// @param state how it stands: usable, used, expired, recalled or quarantined
    /// @param why the reason of a quarantine, or empty
    public record UnitLine(
            String device,
            String lot,
            String serial,
            String code,
            String expiry,
            Verdict state,
            String words,
            String why) {}
}
