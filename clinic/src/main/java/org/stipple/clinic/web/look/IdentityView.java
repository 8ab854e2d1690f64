package org.stipple.clinic.web.look;

import java.util.List;

/// Who is on the page, and what is meant to be done to whom: `parts/identity.jte`. It is the same on every
/// page on which something is done to a person, so that nobody needles, photographs or asks the wrong one.
///
/// @param href where the person's page is
/// @param born date of birth with its year, and the age: `11 Feb 1992, 34 years`
/// @param allergies in words, never empty: what is known, that none is, or what was not asked
/// @param allergic whether an allergy is known, to be seen at once
/// @param zones each planned zone with its side and depth: `left cheek 1.5 mm`; empty where nothing is planned
/// @param device what the course is planned with; empty where nothing is planned
public record IdentityView(
        String name,
        String href,
        String born,
        String sex,
        String allergies,
        boolean allergic,
        List<String> zones,
        String device) {
    public IdentityView {
        zones = List.copyOf(zones);
    }
}
