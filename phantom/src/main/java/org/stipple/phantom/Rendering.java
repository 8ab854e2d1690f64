package org.stipple.phantom;

/// A photo with what is true about it.
public record Rendering(RenderedPhoto photo, Truth truth) {}
