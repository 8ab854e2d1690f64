package org.stipple.clinic.erasure.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the pages of erasure show.
public final class ErasureViews {

    private ErasureViews() {}

    /// A choice of a form.
    public record Option(String value, String words, boolean chosen) {}

    /// A class of the record.
    ///
    /// @param against what stands against erasing it, a sentence each; none where it may be erased
    public record ClassLine(String value, String words, List<String> against, UUID key) {
        public ClassLine {
            against = List.copyOf(against);
        }
    }

    /// Something that stands, with the form that ends it.
    ///
    /// @param id empty where it has ended
    public record StandingLine(String id, String words, UUID key) {}

    /// Of one person.
    ///
    /// @param decides whether whoever looks may erase, and place holds
    /// @param typed what was typed and refused, by the name of the field
    public record ErasurePage(
            String person,
            String name,
            List<ClassLine> classes,
            List<StandingLine> requests,
            List<StandingLine> holds,
            boolean decides,
            List<Option> choices,
            List<Option> askers,
            UUID requestKey,
            UUID holdKey,
            String meaning,
            Map<String, String> typed,
            String done,
            List<String> problems) {
        public ErasurePage {
            classes = List.copyOf(classes);
            requests = List.copyOf(requests);
            holds = List.copyOf(holds);
            choices = List.copyOf(choices);
            askers = List.copyOf(askers);
            typed = Map.copyOf(typed);
            problems = List.copyOf(problems);
        }

        /// What stood in a field.
        public String in(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    /// An entry of the ledger.
    ///
    /// @param waits whether files of it are still to be destroyed
    public record LedgerLine(String when, String words, String record, String basis, String went, boolean waits) {}

    /// A person who asked.
    public record AskedLine(String href, String who, String words, boolean due) {}

    /// Of the clinic.
    ///
    /// @param states whether whoever looks may state rules
    public record LedgerPage(
            List<String> rules, List<AskedLine> asked, List<LedgerLine> lines, boolean states, String done) {
        public LedgerPage {
            rules = List.copyOf(rules);
            asked = List.copyOf(asked);
            lines = List.copyOf(lines);
        }
    }

    /// The form of one class.
    ///
    /// @param stated what counts now; empty where nothing is stated
    public record RuleForm(String value, String words, String stated, String years, String age, String law, UUID key) {}

    /// For how long the clinic keeps what.
    public record RulesPage(List<RuleForm> forms, List<String> before, String done, List<String> problems) {
        public RulesPage {
            forms = List.copyOf(forms);
            before = List.copyOf(before);
            problems = List.copyOf(problems);
        }
    }
}
