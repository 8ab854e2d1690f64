package org.stipple.clinic.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.AccountChanges;
import org.stipple.clinic.access.Accounts;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Ids;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.access.Scope;
import org.stipple.clinic.access.Scopes;
import org.stipple.clinic.web.EntryViews.AccountPage;
import org.stipple.clinic.web.EntryViews.ChangeLine;
import org.stipple.clinic.web.EntryViews.RoleChoice;
import org.stipple.clinic.web.EntryViews.ScopeView;
import org.stipple.protocol.Device;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.Operator;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// An account as its page shows it, and a scope as its form sends it.
@Component
class AccountLooks {

    private static final BigDecimal SHALLOWEST_MM = new BigDecimal("0.05");
    private static final BigDecimal DEEPEST_MM = new BigDecimal("5");

    private final AccountChanges changes;
    private final Scopes scopes;
    private final Knowledge knowledge;
    private final WaysInLooks ways;
    private final Accounts accounts;
    private final List<StaffNeeded> needed;
    private final Ids ids;

    AccountLooks(
            AccountChanges changes,
            Scopes scopes,
            Knowledge knowledge,
            WaysInLooks ways,
            Accounts accounts,
            List<StaffNeeded> needed,
            Ids ids) {
        this.ways = ways;
        this.accounts = accounts;
        this.needed = List.copyOf(needed);
        this.changes = changes;
        this.scopes = scopes;
        this.knowledge = knowledge;
        this.ids = ids;
    }

    static List<RoleChoice> roles(Set<Role> chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new RoleChoice(role.id(), role.words(), chosen.contains(role)))
                .toList();
    }

    AccountPage of(Accounts.Account account, List<String> problems) {
        boolean own = account.id().equals(Acting.current().account());
        return new AccountPage(
                account.id().toString(),
                account.name(),
                account.username(),
                account.version(),
                account.active(),
                Acting.current().isOneOf(Role.ADMINISTRATOR),
                !own,
                ids.next(),
                ids.next(),
                roles(account.roles()),
                Professions.choices(account.profession().map(Operator::id).orElse("")),
                view(scopes.of(account.id())),
                ways.of(account.id()),
                history(account),
                lastOf(account),
                problems);
    }

    /// What nobody does any more where this account is shut, or loses its roles.
    private List<String> lastOf(Accounts.Account account) {
        List<Accounts.Account> all = accounts.all();
        List<Accounts.Account> others =
                all.stream().filter(one -> !one.id().equals(account.id())).toList();
        return needed.stream()
                .filter(need -> !need.isThere(others))
                .map(need -> need.isThere(all)
                        ? "This is the last account of its kind. Without it: " + need.nobody()
                        : need.nobody())
                .toList();
    }

    private ScopeView view(Scope scope) {
        return new ScopeView(
                scope.words(),
                scope.millimetres(),
                Arrays.stream(ZoneId.values())
                        .map(zone -> new RoleChoice(
                                zone.id(), zone.words(), scope.zones().contains(zone)))
                        .toList(),
                knowledge.devices().stream()
                        .sorted(Comparator.comparing(Device::name))
                        .map(device -> new RoleChoice(
                                device.id(), device.name(), scope.devices().contains(device.id())))
                        .toList());
    }

    private record At(Instant at, ChangeLine line) {}

    private List<ChangeLine> history(Accounts.Account account) {
        var zone = Acting.current().zone();
        return Stream.concat(
                        changes.history(account.id()).stream()
                                .map(change -> new At(
                                        change.at(),
                                        new ChangeLine(
                                                Days.moment(change.at(), zone),
                                                change.by(),
                                                change.what() + ": " + change.before() + " → " + change.after(),
                                                change.reason()))),
                        scopes.history(account.id()).stream()
                                .map(entry -> new At(
                                        entry.at(),
                                        new ChangeLine(
                                                Days.moment(entry.at(), zone),
                                                entry.by(),
                                                "scope: " + entry.scope().words(),
                                                entry.reason()))))
                .sorted(Comparator.comparing(At::at).reversed())
                .map(At::line)
                .toList();
    }

    /// @throws Refusal when the depth is none, or a device is unknown
    Scope scope(Form form) {
        Set<ZoneId> zones = form.texts("zones").stream()
                .map(id -> ZoneId.find(id).orElseThrow(() -> unknown("zone", id)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ZoneId.class)));
        Set<String> devices = form.texts("devices").stream()
                .map(id -> knowledge
                        .device(id)
                        .orElseThrow(() -> unknown("device", id))
                        .id())
                .collect(Collectors.toSet());
        return new Scope(form.text("scopeMm").map(AccountLooks::depth), zones, devices);
    }

    private static Refusal unknown(String what, String id) {
        return new Refusal(List.of("Not changed: there is no " + what + " “" + id + "”."));
    }

    private static Depth depth(String typed) {
        Optional<BigDecimal> number = number(typed.replace(',', '.'))
                .filter(mm -> mm.compareTo(SHALLOWEST_MM) >= 0
                        && mm.compareTo(DEEPEST_MM) <= 0
                        && mm.stripTrailingZeros().scale() <= 3);
        return number.map(Depth::ofMillimetres)
                .orElseThrow(() -> new Refusal(List.of("Not changed: “Deepest” was " + typed
                        + ", expected 0.05 to 5 millimetres with three decimals at most, or nothing for no limit.")));
    }

    private static Optional<BigDecimal> number(String typed) {
        try {
            return Optional.of(new BigDecimal(typed));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
