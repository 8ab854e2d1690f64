package org.stipple.clinic.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// Nobody looked at the password: there were too many wrong ones before.
public final class TriedTooOften extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration remaining;

    TriedTooOften(Duration remaining) {
        super("too many wrong passwords");
        this.remaining = remaining;
    }

    /// How long until the next is looked at.
    public Duration remaining() {
        return remaining;
    }
}
