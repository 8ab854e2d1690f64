package org.stipple.protocol.outline;

/// What is never treated, whatever the course says.
///
/// @param words what it is: `lips`
public record NoGo(String words, Ring ring) {}
