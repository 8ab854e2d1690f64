package org.stipple.clinic.planning;

/// A step was tried before the one that it rests on.
public final class NotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotYet(String why) {
        super(why);
    }

    static NotYet intake() {
        return new NotYet("there are no answers yet; do the intake first");
    }

    static NotYet screening() {
        return new NotYet("there is no screening yet; screen first");
    }
}
