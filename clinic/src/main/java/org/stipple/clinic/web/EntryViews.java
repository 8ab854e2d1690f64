package org.stipple.clinic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What the doors show.
public final class EntryViews {

    private EntryViews() {}

    /// @param wrong whether the last try failed; not said whether name or password was wrong
    /// @param locked how long to wait after too many tries, in words; empty where nobody has to
    /// @param refused why somebody was not let in without a password, in a sentence; empty where nobody tried
    /// @param passkeyHost the host for which passkeys are asked; empty where there are none
    /// @param signOnHost the host of the sign-on service; empty where there is none
    public record SignInPage(
            boolean wrong,
            String locked,
            String notice,
            boolean demo,
            String refused,
            String passkeyHost,
            String signOnHost) {}

    /// The account of whoever looks.
    ///
    /// @param passkeyHost the host for which passkeys are made; empty where none can be
    /// @param origin the address on whose pages they work
    /// @param handle the account as authenticators keep it
    /// @param known identifiers of the passkeys that there are, so that no device makes a second
    /// @param signOnHost the host of the sign-on service; empty where there is none
    /// @param leadsOn where one goes on to link the account, once the password was given; empty before
    public record OwnAccountPage(
            String name,
            String username,
            String roles,
            String passkeyHost,
            String origin,
            String handle,
            String known,
            String signOnHost,
            String leadsOn,
            UUID key,
            WaysIn ways,
            String done,
            boolean given,
            List<String> problems) {}

    /// Ways into an account beside its password.
    public record WaysIn(List<PasskeyLine> passkeys, List<LinkLine> links, UUID unlinkKey) {}

    /// A passkey.
    public record PasskeyLine(String id, String name, String added, String used, UUID key) {}

    /// A link to a sign-on service.
    public record LinkLine(String host, String subject, String since) {}

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
    ///
    /// @param adds whether whoever looks may add somebody
    public record AccountsPage(
            UUID key,
            List<AccountLine> accounts,
            boolean adds,
            List<RoleChoice> roles,
            List<ProfessionChoice> professions,
            List<String> warnings,
            List<String> problems) {}

    /// Somebody who can sign in.
    ///
    /// @param profession what they are before the law; empty where they do not treat
    /// @param active whether they still can
    public record AccountLine(
            String href, String name, String username, String roles, String profession, boolean active) {}

    /// One account, what was changed about it, and the scope of whoever it belongs to.
    ///
    /// @param changes whether whoever looks may change the account
    /// @param setsScope whether whoever looks may set the scope
    public record AccountPage(
            String id,
            String name,
            String username,
            int version,
            boolean active,
            boolean changes,
            boolean setsScope,
            UUID changeKey,
            UUID scopeKey,
            List<RoleChoice> roles,
            List<ProfessionChoice> professions,
            ScopeView scope,
            WaysIn ways,
            List<ChangeLine> history,
            List<String> warnings,
            List<String> problems) {}

    /// A scope in a form.
    ///
    /// @param words as a reader reads it
    /// @param depthMm the deepest, as it is typed; empty for none
    public record ScopeView(String words, String depthMm, List<RoleChoice> zones, List<RoleChoice> devices) {}

    /// Something that was changed about an account.
    public record ChangeLine(String at, String who, String what, String reason) {}

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

    /// A role, a zone or a device to choose.
    public record RoleChoice(String id, String words, boolean chosen) {}
}
