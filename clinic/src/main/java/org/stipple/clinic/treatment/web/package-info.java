/// Pages of the room.
///
/// - What is here: [StartPages], everything before the needle; [RoomPages], charting and closing; [ReviewPages],
///   what departed from its plan.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [StartPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.treatment.web;
