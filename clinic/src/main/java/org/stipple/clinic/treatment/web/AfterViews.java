package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Map;
import org.stipple.clinic.treatment.web.TreatmentViews.Option;

/// What the room shows of the end of a session.
public final class AfterViews {

    private AfterViews() {}

    /// What was given beside the needle, and what was found and given at the end.
    ///
    /// @param adjuncts each that was noted, with when and by whom
    /// @param cautions what spoke against one of them when it was noted
    /// @param told each entry about the end, in order; the last counts
    /// @param onTopOf how many entries about the end there are
    /// @param signs what is graded
    /// @param grades the grades, from none to severe
    /// @param typed what stands in the fields, by their names
    public record After(
            List<String> adjuncts,
            List<String> cautions,
            List<String> told,
            int onTopOf,
            List<Option> kinds,
            List<Option> signs,
            List<Option> grades,
            List<Option> aftercare,
            Map<String, String> typed) {

        public After {
            adjuncts = List.copyOf(adjuncts);
            cautions = List.copyOf(cautions);
            told = List.copyOf(told);
            kinds = List.copyOf(kinds);
            signs = List.copyOf(signs);
            grades = List.copyOf(grades);
            aftercare = List.copyOf(aftercare);
            typed = Map.copyOf(typed);
        }

        /// What stands in a field; empty where nothing does.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }
    }
}
