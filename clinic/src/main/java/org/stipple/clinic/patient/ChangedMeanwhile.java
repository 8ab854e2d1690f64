package org.stipple.clinic.patient;

import org.stipple.clinic.web.NotNow;

/// Somebody else, or the same person in another tab, saved between reading and saving. Nothing was changed.
public final class ChangedMeanwhile extends NotNow {

    private static final long serialVersionUID = 1L;

    /// @param what as the sentence begins: `The intake`
    public ChangedMeanwhile(String what) {
        super(
                what
                        + " was changed meanwhile, by somebody else or in another tab. Nothing was saved. Open the page anew to see what stands there now, then enter yours again.");
    }
}
