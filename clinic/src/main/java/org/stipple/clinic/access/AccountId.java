package org.stipple.clinic.access;

import java.util.UUID;

/// Somebody who can sign in to a clinic.
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
