package org.stipple.clinic.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.patient.AgainstErasing;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.RecordClass;

/// For how long this clinic keeps what, and what stands against erasing it.
@Component
public class Retention {

    private final RetentionStore store;
    private final RequestStore requests;
    private final List<AgainstErasing> unfinished;
    private final AuditTrail trail;
    private final ClinicClock clock;

    Retention(
            RetentionStore store,
            RequestStore requests,
            List<AgainstErasing> unfinished,
            AuditTrail trail,
            ClinicClock clock) {
        this.store = store;
        this.requests = requests;
        this.unfinished = List.copyOf(unfinished);
        this.trail = trail;
        this.clock = clock;
    }

    /// States for how long a class is kept; it counts from now on, for old records too.
    ///
    /// @return why not; empty when it counts
    /// @throws IllegalArgumentException when a number is out of its range or the law is blank
    @Transactional
    public List<String> state(RecordClass of, int years, OptionalInt untilAge, String law) {
        if (!Acting.current().isOneOf(Role.PRIVACY_AND_SAFETY_LEAD)) {
            return List.of("Who leads privacy and safety states for how long records are kept.");
        }
        trail.note(Act.CHANGE, "how long is kept: " + of.id());
        store.insert(
                new RetentionRule(
                        of,
                        years,
                        untilAge,
                        law.strip(),
                        clock.now(),
                        Acting.current().name()),
                Acting.current().account());
        return List.of();
    }

    /// The rules that count now; a class without one is kept.
    @Transactional
    public Map<RecordClass, RetentionRule> rules() {
        var rules = new EnumMap<RecordClass, RetentionRule>(RecordClass.class);
        store.all().forEach(rule -> rules.putIfAbsent(rule.of(), rule));
        return Map.copyOf(rules);
    }

    /// All that were ever stated, newest first.
    @Transactional
    public List<RetentionRule> stated() {
        return store.all();
    }

    /// How it stands with each class of a person whose record is open.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Standing> of(Patient person) {
        var rules = rules();
        var zone = Acting.current().zone();
        LocalDate last = store.lastEntry(person.id()).orElseThrow().atZone(zone).toLocalDate();
        List<Against> holds = requests.holds(person.id()).stream()
                .filter(hold -> hold.lifted().isEmpty())
                .<Against>map(hold -> new Against.OnHold(hold.reason(), hold.placedBy(), hold.placedAt()))
                .toList();
        return Arrays.stream(RecordClass.values())
                .map(of -> new Standing(of, against(of, person, rules, last, holds)))
                .toList();
    }

    private List<Against> against(
            RecordClass of,
            Patient person,
            Map<RecordClass, RetentionRule> rules,
            LocalDate last,
            List<Against> holds) {
        var against = new ArrayList<>(holds);
        // With the treatment everything goes, so that the longest of all rules counts.
        for (RecordClass goes : of == RecordClass.TREATMENT ? RecordClass.values() : new RecordClass[] {of}) {
            RetentionRule rule = rules.get(goes);
            if (rule == null) {
                against.add(new Against.NoRule());
            } else {
                LocalDate until = rule.keptUntil(last, person.details().birthDate());
                if (until.isAfter(clock.today())) {
                    against.add(new Against.Kept(until, rule.law()));
                }
            }
        }
        for (AgainstErasing one : unfinished) {
            if (of == RecordClass.TREATMENT || one.keeps().contains(of)) {
                one.of(person.id()).forEach(words -> against.add(new Against.Unfinished(words)));
            }
        }
        return against.stream().distinct().toList();
    }
}
