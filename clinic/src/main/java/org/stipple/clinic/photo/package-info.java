/// Photos of treated skin, each kept encrypted under the hash of its content and checked at every read.
///
/// - What is here: [Photos], the door; [Uploads], the door for photos that come in parts; [StoredPhoto], what
///   is known of one, with its [Capture], how it was taken and what was found in it; [HomePhotos], those that
///   people send with their diary and that nothing measures; [PhotoVault], the files.
/// - What is mutable: the tables `photo`, `photo_capture` and `home_photo`, append-only; the vault's files,
///   which are written once; what has come in part, for a day.
/// - Who may call it: outcome, the diary, the demo, browsers.
/// - Where to start reading: [Photos].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "consent",
            "database",
            "patient",
            "planning",
            "treatment",
            "web",
            "web :: look",
            "web :: words"
        })
package org.stipple.clinic.photo;
