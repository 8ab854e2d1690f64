package org.stipple.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which places are part of which: a part inherits from its whole.
///
/// @param members of unions, by the union: `EU` has `DE`, and by that every part of `DE`
record Places(Map<String, Set<String>> members) {

    Places {
        members = Map.copyOf(members);
    }

    /// Whether `whole` is `part` or contains it: US contains US-CA, EU contains DE and DE-BY.
    boolean covers(String whole, String part) {
        if (isWithin(part, whole)) {
            return true;
        }
        for (String member : members.getOrDefault(whole, Set.of())) {
            if (isWithin(part, member)) {
                return true;
            }
        }
        return false;
    }

    /// Whether one of some wholes is `part` or contains it.
    boolean anyCovers(List<String> wholes, String part) {
        for (String whole : wholes) {
            if (covers(whole, part)) {
                return true;
            }
        }
        return false;
    }

    /// By the way places are written alone, without unions.
    static boolean isWithin(String part, String whole) {
        return part.startsWith(whole) && (part.length() == whole.length() || part.charAt(whole.length()) == '-');
    }
}
