package org.stipple.protocol;

import java.util.Optional;
import java.util.Set;
import org.stipple.quantities.Depth;

/// How deep the law of a place allows.
///
/// @param jurisdiction where; a part inherits from its whole
/// @param operators for whom; empty for everybody
/// @param exceptPremises where these are stated it does not hold
/// @param deepest that is allowed
/// @param verified whether we could verify that it is in force; otherwise more than that needs a signature
record DepthLaw(
        String id,
        String jurisdiction,
        Set<Operator> operators,
        Optional<Premises> exceptPremises,
        Depth deepest,
        boolean verified) {

    /// Whether it holds for a case.
    boolean holds(PatientFacts.Place place) {
        return place.jurisdiction().map(stated -> covers(jurisdiction, stated)).orElse(false)
                && (operators.isEmpty()
                        || place.operator().map(operators::contains).orElse(false))
                && (exceptPremises.isEmpty() || !place.premises().equals(exceptPremises));
    }

    /// Whether `whole` is `part` or contains it: US contains US-CA.
    static boolean covers(String whole, String part) {
        return part.startsWith(whole) && (part.length() == whole.length() || part.charAt(whole.length()) == '-');
    }
}
