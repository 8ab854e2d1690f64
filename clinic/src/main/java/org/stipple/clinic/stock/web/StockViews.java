package org.stipple.clinic.stock.web;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.look.Verdict;

/// What the pages of the stock room show.
public final class StockViews {

    private StockViews() {}

    /// @param products what can be taken in, by kind
    /// @param filters parts of the stock, each with how many units it has
    /// @param units at most a page of them
    /// @param shown which of how many these are, where they are not all; else empty
    /// @param before address of the units before these, or empty
    /// @param more address of the units after these, or empty
    /// @param today the clinic's day, `2026-11-21`
    /// @param done what was just done, or empty
    /// @param entered what was sent and not done yet
    /// @param doubts what speaks against the goods that were entered: asks whether they go into quarantine
    /// @param unknownLot that no unit of the lot to recall was ever received, or empty: asks whether it is
    /// meant
    public record StockPage(
            UUID receiveKey,
            UUID recallKey,
            UUID handpieceKey,
            List<Choice> devices,
            List<Group> products,
            List<Filter> filters,
            List<UnitLine> units,
            String shown,
            String before,
            String more,
            List<HandpieceLine> handpieces,
            boolean mayChange,
            String today,
            String done,
            Entered entered,
            List<String> doubts,
            String unknownLot,
            List<String> problems) {}

    /// A part of the stock to look at.
    public record Filter(String href, String words, int units, boolean current) {}

    /// A handpiece in the list.
    ///
    /// @param most the deepest that it may be used to, in words
    /// @param why it is out of service, or empty
    /// @param sessions in how many it was used
    /// @param usedOn when it was used last, in words; empty where it never was
    public record HandpieceLine(
            String id,
            String device,
            String serial,
            String code,
            String label,
            String most,
            boolean inService,
            String why,
            String lastService,
            int sessions,
            String usedOn,
            UUID key) {}

    /// Labels to print.
    ///
    /// @param lot whose, or empty for everything without a code of its own
    public record LabelsPage(String lot, List<LabelLine> labels) {}

    /// One label.
    ///
    /// @param label the twelve characters, for the eye
    /// @param side of the picture with its quiet zone, in modules
    /// @param path of the dark modules
    public record LabelLine(String product, String words, String more, String label, int side, String path) {}

    /// What a form sent, to be shown again.
    ///
    /// @param reasonError what is to be mended about the reason; may be empty
    public record Entered(
            String device,
            String code,
            String count,
            String article,
            String declared,
            String lotByHand,
            String expiryByHand,
            String serialByHand,
            String lot,
            String gtin,
            String reason,
            String reasonError) {
        static final Entered NOTHING = new Entered("", "", "1", "", "", "", "", "", "", "", "", "");

        static Entered of(Form form) {
            String reason = form.text("reason").orElse("");
            boolean enough = !form.fields().containsKey("reason") || Reason.says(reason, false);
            return new Entered(
                    form.text("device").orElse(""),
                    form.text("code").orElse(""),
                    form.text("count").orElse("1"),
                    form.text("article").orElse(""),
                    form.text("declared").orElse(""),
                    form.text("lotByHand").orElse(""),
                    form.text("expiryByHand").orElse(""),
                    form.text("serialByHand").orElse(""),
                    form.text("lot").orElse(""),
                    form.text("gtin").orElse(""),
                    reason,
                    enough
                            ? ""
                            : (reason.isEmpty() ? "Is empty" : "Was “" + reason + "”")
                                    + ", expected what was found and who says so, in two words and eight letters at least.");
        }
    }

    /// A product to choose.
    public record Choice(String value, String words) {}

    /// Products of one kind.
    public record Group(String words, List<Choice> choices) {}

    /// A unit in the list.
    ///
    /// @param until its expiry as a form takes it, `2027-11-30`
    /// @param code as it is printed on the unit
    /// @param label what the clinic's own label says, where the unit has no serial; else empty
    /// @param state how it stands: usable, used, expired, recalled or quarantined
    /// @param recalled whether a recall stays with it whatever is corrected
    /// @param why the reason of a quarantine, or why it was thrown away, or empty
    public record UnitLine(
            String id,
            UUID key,
            String until,
            String kind,
            String product,
            String lot,
            String serial,
            String code,
            String label,
            String expiry,
            Verdict state,
            String words,
            boolean recalled,
            String why) {}
}
