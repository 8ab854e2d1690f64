package org.stipple.clinic.consent;

import java.util.Optional;
import org.stipple.clinic.web.words.Tongue;

/// What somebody signs, as it stood on the page that they signed.
///
/// @param tongue the language that they read
/// @param sha256 hash of the text that was shown
/// @param course the course that was shown, for [Purpose#TREATMENT]
/// @param particulars hash of what stood beside the text, as [Consents#particularsHash] gives it
public record Agreement(
        Purpose purpose,
        Tongue tongue,
        String sha256,
        Optional<ShownCourse> course,
        String particulars,
        Signer signer,
        Mark mark,
        Where where) {}
