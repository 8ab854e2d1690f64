/// Photos of treated skin, each kept encrypted under the hash of its content and checked at every read.
///
/// - What is here: [Photos], the door; [StoredPhoto], what is known of one; [PhotoVault], the files.
/// - What is mutable: the table `photo`, append-only, and the vault's files, which are written once.
/// - Who may call it: treatment and outcome.
/// - Where to start reading: [Photos].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "consent", "database", "patient", "planning", "web", "web :: look"})
package org.stipple.clinic.photo;
