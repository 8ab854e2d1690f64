package org.stipple.clinic.disclosure.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.web.look.QrCode;

/// What the pages show.
public final class CopyViews {

    private CopyViews() {}

    /// The page of the staff.
    ///
    /// @param given each copy that was given, in words
    /// @param withheld what the copy holds although consent to it was withdrawn
    public record CopyPage(
            String person,
            String name,
            UUID key,
            String done,
            Optional<QrCode> code,
            List<LinkLine> links,
            List<String> given,
            Optional<WithheldCopy.WithheldPage> withheld) {
        public CopyPage {
            links = List.copyOf(links);
            given = List.copyOf(given);
        }

        /// Whether it may be handed over as it is.
        public boolean mayFetch() {
            return withheld.filter(WithheldCopy.WithheldPage::toSay).isEmpty();
        }
    }

    /// A link that was given.
    ///
    /// @param locked whether it ended because the date of birth was wrong, and nobody has said that they saw it
    public record LinkLine(
            String id, String when, String state, boolean open, boolean locked, UUID endKey, UUID seenKey) {}

    /// The page behind a link.
    ///
    /// @param size about how large, in words
    /// @param until the last moment of the link, in words
    /// @param trouble what was wrong with what was sent; empty where nothing was
    public record OwnCopyPage(
            String action, String size, String until, String trouble, String day, String month, String year) {}
}
