package org.stipple.clinic.access;

import java.util.UUID;

/// A clinic, the unit of ownership: every row of every table belongs to one.
public record ClinicId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
