package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.UUID;

/// What the pages of consent show.
public final class ConsentViews {

    private ConsentViews() {}

    /// All purposes with what is agreed to.
    ///
    public record ConsentPage(String id, String name, List<Purposed> purposes, List<String> problems) {}

    /// One purpose.
    ///
    /// @param agreed who agreed when; empty where nobody did
    /// @param course identifier of the signed course that is shown; empty where it is about none
    /// @param courseSha256 hash of that course, or empty
    /// @param consent identifier of the consent that holds, or empty
    /// @param blocked why it cannot be signed now, or empty
    public record Purposed(
            String purpose,
            String words,
            UUID key,
            String title,
            List<String> paragraphs,
            List<String> plan,
            int version,
            String sha256,
            String course,
            String courseSha256,
            String agreed,
            String consent,
            String blocked) {}
}
