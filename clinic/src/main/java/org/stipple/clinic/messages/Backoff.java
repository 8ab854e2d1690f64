package org.stipple.clinic.messages;

import java.time.Duration;

/// How long to wait after a failure: one minute, four, sixteen, about an hour, each up to a fifth shorter or
/// longer so that what failed together does not come back together. `design`: a mail server that greylists lets
/// through after some minutes, and one that is being restarted is back within the hour.
final class Backoff {

    /// After so many failures a person has to look.
    static final int LAST = 5;

    private Backoff() {}

    /// @param failures so far, from 1
    /// @param jitter 0..1
    static Duration after(int failures, double jitter) {
        if (failures < 1 || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("failures from 1 and jitter 0..1, were " + failures + " and " + jitter);
        }
        long seconds = 60L << 2 * Math.min(failures - 1, 4);
        return Duration.ofMillis(Math.round(seconds * 1000 * (0.8 + 0.4 * jitter)));
    }
}
