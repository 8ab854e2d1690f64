package org.stipple.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the doors show.
public final class EntryViews {

    private EntryViews() {}

    /// @param wrong whether the last try failed; not said whether name or password was wrong
    /// @param locked how long to wait after too many tries, in words; empty where nobody has to
    public record SignInPage(boolean wrong, String locked, String notice, boolean demo) {}

    /// @param problems what was wrong with what was entered
    public record SetupPage(
            String token,
            String clinic,
            String jurisdiction,
            String zone,
            String person,
            String username,
            List<ProfessionChoice> professions,
            List<String> problems) {

        static SetupPage empty(String token) {
            return new SetupPage(token, "", "", "", "", "", Professions.choices(""), List.of());
        }

        static SetupPage of(String token, Form form, List<String> problems) {
            return new SetupPage(
                    token,
                    form.text("clinic").orElse(""),
                    form.text("jurisdiction").orElse(""),
                    form.text("zone").orElse(""),
                    form.text("person").orElse(""),
                    form.text("username").orElse(""),
                    Professions.choices(form.text("profession").orElse("")),
                    problems);
        }
    }

    /// The people who can sign in.
    public record AccountsPage(
            UUID key,
            List<AccountLine> accounts,
            List<RoleChoice> roles,
            List<ProfessionChoice> professions,
            List<String> problems) {}

    /// Somebody who can sign in.
    ///
    /// @param profession what they are before the law; empty where they do not treat
    public record AccountLine(String name, String username, String roles, String profession) {}

    /// What somebody is before the law, to choose.
    public record ProfessionChoice(String value, String words, boolean chosen) {}

    /// What was done in the clinic.
    ///
    /// @param lines newest first
    /// @param older number of the entry before which older ones are; empty at the end
    public record ClinicTrailPage(List<ClinicTrailLine> lines, Optional<Long> older) {}

    /// An entry of the audit trail.
    ///
    /// @param patient whose record it concerns, without their name
    public record ClinicTrailLine(String at, String who, String act, String what, Optional<String> patient) {}

    /// A role to choose.
    public record RoleChoice(String id, String words) {}
}
