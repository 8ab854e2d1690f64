package org.stipple.phantom;

/// Something on the skin that has a place.
public sealed interface Mark permits RednessBlob, Wrinkle, Scar, Spot, StretchMark, OilyPatch, Hair {}
