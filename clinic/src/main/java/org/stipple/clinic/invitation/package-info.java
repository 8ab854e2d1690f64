/// Links by which a person does something from their own phone, without an account.
///
/// - What is here: [Invitations], which makes them, sends them and takes them back; [Errand], what one is for;
///   [OwnDoor], through which whoever holds a link comes in; [Guest], who that is.
/// - What is mutable: nothing; the tables `invitation` and `invitation_end` are append-only. What stands in a link
///   is kept nowhere: it is derived under a key of the installation.
/// - Who may call it: modules that a patient has an errand in.
/// - Where to start reading: [Invitations].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "database", "messages", "patient", "web", "web :: look", "web :: words"})
package org.stipple.clinic.invitation;
