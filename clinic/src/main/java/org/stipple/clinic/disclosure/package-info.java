/// What a person's record holds, as a copy that is theirs.
///
/// - What is here: [Copies], which gives a [Copy] of a record; [CopyLinks], by which people fetch their own,
///   with their date of birth; [Given], that one was given.
/// - What is mutable: the tables `copy_given`, `copy_try` and `copy_try_seen`, all append-only; `waiting_copy`
///   follows from them. No copy lies anywhere: it is written as it is fetched.
/// - Who may call it: its own pages.
/// - Where to start reading: [Copies].
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "access",
            "consent",
            "invitation",
            "patient",
            "web",
            "web :: look",
            "web :: paper",
            "web :: words"
        })
package org.stipple.clinic.disclosure;
