package org.stipple.clinic.patient;

/// A correction that alters what somebody is judged by, made by somebody who does not treat. Nothing was changed.
public final class ForAClinician extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForAClinician(String why) {
        super(why);
    }
}
