package org.stipple.clinic.today.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.Actor;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.today.web.TodayViews.Link;
import org.stipple.clinic.today.web.TodayViews.TodayPage;
import org.stipple.clinic.today.web.TodayViews.Waiting;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.TodayList;
import org.stipple.clinic.web.Worklist;

/// Where everybody begins: what waits for them, one line each, the gravest first.
@Controller
class TodayPages {

    private final Pages pages;
    private final List<TodayList> lists;
    private final List<Worklist> worklists;
    private final AuditTrail trail;
    private final ClinicClock clock;
    private final TransactionTemplate transaction;

    TodayPages(
            Pages pages,
            List<TodayList> lists,
            List<Worklist> worklists,
            AuditTrail trail,
            ClinicClock clock,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.lists =
                lists.stream().sorted(Comparator.comparingInt(TodayList::order)).toList();
        this.worklists = List.copyOf(worklists);
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    @GetMapping("/today")
    @Allowed({
        Role.FRONT_DESK,
        Role.PRACTITIONER,
        Role.SUPERVISING_CLINICIAN,
        Role.MANAGER,
        Role.PRIVACY_AND_SAFETY_LEAD,
        Role.ADMINISTRATOR,
        Role.AUDITOR
    })
    ResponseEntity<String> today() {
        return pages.show("today/today", "/today", Objects.requireNonNull(transaction.execute(_ -> page())));
    }

    private TodayPage page() {
        Actor actor = Acting.current();
        List<TodayList> own = lists.stream().filter(list -> list.isFor(actor)).toList();
        if (own.stream().anyMatch(TodayList::opensRecords)) {
            trail.openAll("what waits today");
        }
        var waiting = new ArrayList<Waiting>();
        var quiet = new ArrayList<String>();
        for (TodayList list : own) {
            List<TodayList.Line> lines = list.lines();
            if (lines.isEmpty()) {
                quiet.add(list.title());
            } else {
                waiting.add(new Waiting(
                        "list-" + list.order(),
                        list.title(),
                        lines.stream().limit(TodayList.LONGEST).toList(),
                        lines.size() > TodayList.LONGEST));
            }
        }
        return new TodayPage(Days.full(clock.today()), waiting, quiet, counts(actor), links(actor));
    }

    private List<Link> counts(Actor actor) {
        return worklists.stream()
                .filter(list -> list.isFor(actor))
                .flatMap(list -> {
                    int count = list.waiting();
                    return count > 0
                            ? java.util.stream.Stream.of(new Link(list.words() + ": " + count, list.href()))
                            : java.util.stream.Stream.empty();
                })
                .toList();
    }

    private static List<Link> links(Actor actor) {
        var links = new ArrayList<Link>();
        if (actor.isOneOf(Role.FRONT_DESK, Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN)) {
            links.add(new Link("Find somebody", "/people"));
            links.add(new Link("New person", "/people/new"));
        }
        if (actor.isOneOf(Role.MANAGER)) {
            links.add(new Link("Stock", "/stock"));
        }
        if (actor.isOneOf(Role.ADMINISTRATOR)) {
            links.add(new Link("Accounts", "/accounts"));
        }
        if (actor.isOneOf(Role.MANAGER, Role.ADMINISTRATOR)) {
            links.add(new Link("Where I am reached", "/concerns/reach"));
        }
        if (links.isEmpty()) {
            links.add(new Link("Knowledge", "/knowledge"));
        }
        return links;
    }
}
