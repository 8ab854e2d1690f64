package org.stipple.clinic.planning;

import org.stipple.clinic.web.NotNow;

/// A step was tried before the one that it rests on.
public final class NotYet extends NotNow {

    private static final long serialVersionUID = 1L;

    private NotYet(String why) {
        super(why);
    }

    public static NotYet intake() {
        return new NotYet("There are no answers yet. Do the intake first.");
    }

    static NotYet screening() {
        return new NotYet("There is no screening yet. Screen first.");
    }
}
