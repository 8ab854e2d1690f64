package org.stipple.clinic.booking;

import java.util.UUID;

/// A room in which people are seen.
///
/// @param open false once it was closed: nothing more is booked in it
public record Room(UUID id, String name, boolean open) {}
