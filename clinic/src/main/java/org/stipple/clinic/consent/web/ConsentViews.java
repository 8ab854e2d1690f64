package org.stipple.clinic.consent.web;

import java.util.List;
import java.util.UUID;

/// What the pages of consent show.
public final class ConsentViews {

    private ConsentViews() {}

    /// All purposes with what is agreed to.
    ///
    /// @param course the signed course that a consent to treatment is about; empty where there is none
    public record ConsentPage(String id, String name, String course, List<Purposed> purposes, List<String> problems) {}

    /// One purpose.
    ///
    /// @param agreed who agreed when; empty where nobody did
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
            String agreed,
            String consent,
            String blocked) {}
}
