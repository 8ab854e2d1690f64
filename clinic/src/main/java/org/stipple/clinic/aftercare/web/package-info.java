/// Pages about what comes after a session.
///
/// - What is here: [OwnAfterPages], what a person sees on their own phone; [ConcernPages], what waits for an
///   answer; [DiaryPages], what people wrote, and how they get their link; [PhotosOfEntries], what they sent
///   with it; [ReachPages], where the staff is reached.
/// - What is mutable: nothing.
/// - Who may call it: browsers.
/// - Where to start reading: [OwnAfterPages].
@org.jspecify.annotations.NullMarked
package org.stipple.clinic.aftercare.web;
