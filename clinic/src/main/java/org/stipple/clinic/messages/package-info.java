/// Messages to people: an outbox, a worker that empties it, and the links that people follow.
///
/// - What is here: [Messages], the door, which writes a message in the transaction of what causes it;
///   [Contacts], by which channel a person may be written to; [Outbox], whose worker sends what is due;
///   [MessageSettings], how; [Links], what a person follows. An e-mail or a text message holds the clinic's
///   name and a link; of a time that was changed, an e-mail says to the calendar which.
/// - What is mutable: the table `delivery`; all others (`message`, `contact_consent`, `delivery_attempt` …) are
///   append-only.
/// - Who may call it: whatever has something to tell people: recalls, invitations, reminders of appointments.
/// - Where to start reading: [Messages].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "database", "patient", "web", "web :: look", "web :: paper", "web :: words"})
package org.stipple.clinic.messages;
