package org.stipple.clinic.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.web.EntryViews.AccountLine;
import org.stipple.clinic.web.EntryViews.AccountsPage;
import org.stipple.clinic.web.EntryViews.RoleChoice;
import org.stipple.protocol.Operator;

/// The people who can sign in, and adding one.
@Controller
class AccountPages {

    private final Pages pages;
    private final Accounts accounts;
    private final Once once;
    private final Ids ids;

    AccountPages(Pages pages, Accounts accounts, Once once, Ids ids) {
        this.pages = pages;
        this.accounts = accounts;
        this.once = once;
        this.ids = ids;
    }

    @GetMapping("/accounts")
    @Allowed(Role.ADMINISTRATOR)
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

    private void add(Form form) {
        var roles = EnumSet.noneOf(Role.class);
        form.texts("role").forEach(id -> Role.find(id).ifPresent(roles::add));
        try {
            accounts.add(
                    ids.next(),
                    form.required("username", "Sign-in name"),
                    form.required("name", "Name"),
                    form.required("password", "First password"),
                    roles,
                    form.text("profession").flatMap(Professions::find));
        } catch (IllegalArgumentException refused) {
            throw new Refusal(List.of("Not added: " + refused.getMessage() + "."));
        }
    }

    private AccountsPage page(List<String> problems) {
        return new AccountsPage(
                ids.next(),
                accounts.all().stream()
                        .map(account -> new AccountLine(
                                account.name(),
                                account.username(),
                                account.roles().stream()
                                        .sorted()
                                        .map(Role::words)
                                        .collect(Collectors.joining(", ")),
                                account.profession().map(Operator::id).orElse("")))
                        .toList(),
                Arrays.stream(Role.values())
                        .map(role -> new RoleChoice(role.id(), role.words()))
                        .toList(),
                Professions.choices(""),
                problems);
    }
}
