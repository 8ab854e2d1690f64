/// The zones of the skin as line drawings: where they are, how large they are, and what inside them is never
/// treated.
///
/// - What is here: [ZoneOutlines], the door; [Drawing], one view of a standard adult with its [ZoneOutline]s, its
///   [NoGo] areas and the lines around them; [Ring], a closed line in millimetres.
/// - What is mutable: nothing.
/// - Who may call it: everybody. Screens draw from it, plans measure on it.
/// - Where to start reading: the head of `knowledge/outlines.yaml`, then [ZoneOutlines].
@org.jspecify.annotations.NullMarked
package org.stipple.protocol.outline;
