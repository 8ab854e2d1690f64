package org.stipple.clinic.access;

import java.util.UUID;

/// A person whose record a clinic keeps.
public record PatientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
