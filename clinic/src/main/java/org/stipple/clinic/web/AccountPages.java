package org.stipple.clinic.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.AccountId;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Passkeys;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.access.SignOn;
import org.stipple.clinic.web.EntryViews.AccountLine;
import org.stipple.clinic.web.EntryViews.AccountsPage;
import org.stipple.protocol.Operator;

/// The people who can sign in: adding one, changing what they may do, and the scope of those who treat.
@Controller
class AccountPages {

    private final Pages pages;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Scopes scopes;
    private final Passkeys passkeys;
    private final SignOn signOn;
    private final AccountLooks views;
    private final List<StaffNeeded> needed;
    private final Once once;
    private final Ids ids;

    AccountPages(
            Pages pages,
            Accounts accounts,
            AccountChanges changes,
            Scopes scopes,
            Passkeys passkeys,
            SignOn signOn,
            AccountLooks views,
            List<StaffNeeded> needed,
            Once once,
            Ids ids) {
        this.changes = changes;
        this.scopes = scopes;
        this.passkeys = passkeys;
        this.signOn = signOn;
        this.views = views;
        this.needed = List.copyOf(needed);
        this.pages = pages;
        this.accounts = accounts;
        this.once = once;
        this.ids = ids;
    }

    @GetMapping("/accounts")
    @Allowed({Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> all() {
        return pages.show("entry/accounts", "/accounts", page(List.of()));
    }

    @PostMapping("/accounts")
    @Allowed(Role.ADMINISTRATOR)
    ResponseEntity<String> add(@RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                add(form);
                return "/accounts";
            }));
        } catch (Refusal refusal) {
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "entry/accounts", "/accounts", page(refusal.why()));
        }
    }

    @GetMapping("/accounts/{account}")
    @Allowed({Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> one(@PathVariable UUID account) {
        return pages.show("entry/account", "/accounts", views.of(found(account), List.of()));
    }

    /// Roles, profession and whether somebody can sign in.
    @PostMapping("/accounts/{account}")
    @Allowed(Role.ADMINISTRATOR)
    ResponseEntity<String> change(@PathVariable UUID account, @RequestParam MultiValueMap<String, String> fields) {
        return sent(
                account,
                fields,
                form -> changes.change(
                        new AccountId(account),
                        form.integer("version", "version"),
                        roles(form),
                        form.text("profession").flatMap(Professions::find),
                        form.text("active").isPresent(),
                        form.text("reason").orElse("")));
    }

    /// How deep, where and with what somebody may treat.
    @PostMapping("/accounts/{account}/scope")
    @Allowed({Role.ADMINISTRATOR, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> scope(@PathVariable UUID account, @RequestParam MultiValueMap<String, String> fields) {
        return sent(
                account,
                fields,
                form -> scopes.set(
                        new AccountId(account),
                        views.scope(form),
                        form.text("reason").orElse("")));
    }

    /// A passkey that somebody lost, taken away by an administrator.
    @PostMapping("/accounts/{account}/passkeys/{passkey}/removal")
    @Allowed(Role.ADMINISTRATOR)
    ResponseEntity<String> removePasskey(
            @PathVariable UUID account,
            @PathVariable UUID passkey,
            @RequestParam MultiValueMap<String, String> fields) {
        return sent(account, fields, form -> {
            if (!passkeys.remove(
                    new AccountId(account), passkey, form.text("reason").orElse(""))) {
                throw new NotHere();
            }
        });
    }

    /// Takes away what somebody linked to the sign-on service.
    @PostMapping("/accounts/{account}/sign-on/removal")
    @Allowed(Role.ADMINISTRATOR)
    ResponseEntity<String> unlink(@PathVariable UUID account, @RequestParam MultiValueMap<String, String> fields) {
        return sent(
                account,
                fields,
                form -> signOn.unlink(
                        new AccountId(account), form.text("reason").orElse("")));
    }

    private ResponseEntity<String> sent(UUID account, MultiValueMap<String, String> fields, Consumer<Form> effect) {
        found(account);
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                try {
                    effect.accept(form);
                } catch (IllegalArgumentException refused) {
                    throw new Refusal(List.of("Not changed: " + refused.getMessage() + "."));
                }
                return "/accounts/" + account;
            }));
        } catch (Refusal refusal) {
            return pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "entry/account",
                    "/accounts",
                    views.of(found(account), refusal.why()));
        }
    }

    private Accounts.Account found(UUID account) {
        return accounts.find(new AccountId(account)).orElseThrow(NotHere::new);
    }

    private static Set<Role> roles(Form form) {
        var roles = EnumSet.noneOf(Role.class);
        form.texts("role").forEach(id -> Role.find(id).ifPresent(roles::add));
        return roles;
    }

    private void add(Form form) {
        try {
            accounts.addForAnother(
                    ids.next(),
                    form.required("username", "Sign-in name"),
                    form.required("name", "Name"),
                    form.required("password", "First password"),
                    roles(form),
                    form.text("profession").flatMap(Professions::find));
        } catch (IllegalArgumentException refused) {
            throw new Refusal(List.of("Not added: " + refused.getMessage() + "."));
        }
    }

    private AccountsPage page(List<String> problems) {
        return new AccountsPage(
                ids.next(),
                accounts.allEver().stream().map(AccountPages::line).toList(),
                Acting.current().isOneOf(Role.ADMINISTRATOR),
                AccountLooks.roles(Set.of()),
                Professions.choices(""),
                needed.stream()
                        .filter(need -> !need.isThere(accounts.all()))
                        .map(StaffNeeded::nobody)
                        .toList(),
                problems);
    }

    private static AccountLine line(Accounts.Account account) {
        return new AccountLine(
                "/accounts/" + account.id(),
                account.name(),
                account.username(),
                account.roles().stream().sorted().map(Role::words).collect(Collectors.joining(", ")),
                account.profession().map(Operator::id).orElse(""),
                account.active());
    }
}
