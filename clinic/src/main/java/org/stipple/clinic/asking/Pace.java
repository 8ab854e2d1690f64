package org.stipple.clinic.asking;

import java.time.Duration;
import java.time.Instant;

/// How often something may be done, for all together: a bucket that is filled again evenly. It counts and knows
/// nobody.
public final class Pace {

    private final int most;
    private final Duration within;
    private double left;
    private Instant then = Instant.MIN;

    /// @param most at once, and again within that time
    public Pace(int most, Duration within) {
        this.most = most;
        this.within = within;
        this.left = most;
    }

    /// Takes one, if one is left.
    public synchronized boolean take(Instant now) {
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
}
