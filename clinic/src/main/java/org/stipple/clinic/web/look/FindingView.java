package org.stipple.clinic.web.look;

import java.util.List;

/// A finding of a screening: `parts/finding.jte`. It is closed to one line and opens to its reason, what
/// would change it, its sources and the other view.
///
/// @param title one line: `Active acne in the zone`
/// @param until when it ends, in words: `until 12 Dec`; empty when it does not, or does not say
/// @param zones the zones in words: `left cheek, right cheek`
/// @param reason why
/// @param change what would change it; empty when nothing would
/// @param basis `sourced` or `design`
/// @param override who may override it, in words; empty when that is not to be shown
/// @param open whether it is shown opened
/// @param href the rule in the knowledge base; empty where it has no page
public record FindingView(
        Verdict verdict,
        String title,
        String until,
        String zones,
        String reason,
        String change,
        String basis,
        List<SourceView> sources,
        List<OtherView> views,
        String override,
        boolean open,
        String href) {

    /// One of several views on a question on which sources disagree.
    ///
    /// @param chosen whether it is the one that is followed here
    public record OtherView(String says, List<SourceView> sources, boolean chosen) {
        public OtherView {
            sources = List.copyOf(sources);
        }
    }

    public FindingView {
        sources = List.copyOf(sources);
        views = List.copyOf(views);
    }
}
