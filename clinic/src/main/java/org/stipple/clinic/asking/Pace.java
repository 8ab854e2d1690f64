package org.stipple.clinic.asking;

import java.time.Duration;
import java.time.Instant;

/// How often something may be done: a bucket that is filled again evenly.
final class Pace {

    private final int most;
    private final Duration within;
    private double left;
    private Instant then = Instant.MIN;

    /// @param most at once, and again within that time
    Pace(int most, Duration within) {
        this.most = most;
        this.within = within;
        this.left = most;
    }

    /// Takes one, if one is left.
    synchronized boolean take(Instant now) {
        if (then.equals(Instant.MIN)) {
            then = now;
        }
        double share = (double) Duration.between(then, now).toMillis() / within.toMillis();
        left = Math.min(most, left + Math.max(0, share) * most);
        then = now;
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }

    /// Whether so much time has passed that it is as though nothing had been taken.
    synchronized boolean isFullAgain(Instant now) {
        return !Duration.between(then, now).minus(within).isNegative();
    }
}
