package org.stipple.clinic.patient;

import org.stipple.clinic.web.NotNow;

/// Somebody else saved between reading and saving. Nothing was changed.
public final class ChangedMeanwhile extends NotNow {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile(String what) {
        super(
                what
                        + " was changed by somebody else meanwhile; nothing was saved. Reload to see it, then enter yours again.");
    }
}
