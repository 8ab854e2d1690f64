package org.stipple.clinic.booking;

import java.time.Instant;
import java.util.UUID;
import org.stipple.clinic.access.PatientId;

/// A time that is held, without a name.
record Held(UUID appointment, PatientId patient, Slot slot, Instant takenAt) {}
