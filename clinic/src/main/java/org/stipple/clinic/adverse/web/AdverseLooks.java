package org.stipple.clinic.adverse.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvent.Product;
import org.stipple.clinic.adverse.AdverseEvent.Revision;
import org.stipple.clinic.adverse.AdverseEvent.Said;
import org.stipple.clinic.adverse.AdverseEvents;
import org.stipple.clinic.adverse.Completeness;
import org.stipple.clinic.adverse.Completeness.Answer;
import org.stipple.clinic.adverse.Grade;
import org.stipple.clinic.adverse.Nature;
import org.stipple.clinic.adverse.ReportField;
import org.stipple.clinic.adverse.Serious;
import org.stipple.clinic.adverse.Source;
import org.stipple.clinic.adverse.web.AdverseViews.Block;
import org.stipple.clinic.adverse.web.AdverseViews.Fact;
import org.stipple.clinic.adverse.web.AdverseViews.FieldLine;
import org.stipple.clinic.adverse.web.AdverseViews.Line;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.Verdict;

/// An event in words.
final class AdverseLooks {

    private AdverseLooks() {}

    static String href(AdverseEvent event) {
        return "/people/" + event.patient() + "/adverse/" + event.id();
    }

    /// @param who the person; empty on their own page
    static Line line(AdverseEvents.Of one, String who, LocalDate today) {
        AdverseEvent event = one.event();
        return new Line(
                href(event),
                who,
                event.said().kind().words(),
                "opened " + moment(event.openedAt()) + " by " + event.openedBy(),
                verdict(event, today),
                standing(event, today),
                state(event, today),
                event.nature(today, Acting.current().zone()) == Nature.ADVERSE_EVENT
                        ? "Report: " + one.completeness().present() + " of "
                                + one.completeness().applicable() + " fields"
                        : "");
    }

    static Verdict verdict(AdverseEvent event, LocalDate today) {
        if (!event.stands()) {
            return event.review().isPresent() ? Verdict.GO : Verdict.CAUTION;
        }
        return event.nature(today, Acting.current().zone()) == Nature.EXPECTED_RESPONSE ? Verdict.WAIT : Verdict.NO;
    }

    /// In a word or two: what it is for the next session.
    static String standing(AdverseEvent event, LocalDate today) {
        if (event.said().outcome().isOver()) {
            return "over";
        }
        if (event.goOn().isPresent()) {
            return "treatment goes on";
        }
        return event.nature(today, Acting.current().zone()) == Nature.EXPECTED_RESPONSE ? "expected" : "open";
    }

    static String state(AdverseEvent event, LocalDate today) {
        return event.state(today, Acting.current().zone());
    }

    /// What stands in the way of the next session, in a sentence.
    static String now(AdverseEvent event, LocalDate today) {
        if (event.said().outcome().isOver()) {
            return "It is over: nothing of it stands against the next session.";
        }
        if (event.goOn().isPresent()) {
            var goOn = event.goOn().get();
            return "It is not over, and treatment may go on: “" + goOn.reason() + "” (" + goOn.signer() + ", "
                    + moment(goOn.at()) + "). That holds until something is judged anew.";
        }
        return event.whyAdverse(today, Acting.current().zone())
                .map(why -> "No session of this person begins while it is open. " + why)
                .orElse("A reaction that is expected. It becomes an adverse event by itself where it lasts longer than "
                        + AdverseEvent.EXPECTED_DAYS + " days after the session.");
    }

    static List<Fact> facts(AdverseEvent event) {
        Said said = event.said();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("What happened", said.description()));
        facts.add(new Fact(
                "Began",
                said.onset()
                        .map(day -> Days.full(day)
                                + event.daysAfter(Acting.current().zone())
                                        .map(days -> ", day " + days + " after the session")
                                        .orElse(""))
                        .orElse("not known")));
        facts.add(new Fact("Grade (CTCAE v5.0)", said.grade().map(Grade::words).orElse("not graded yet")));
        facts.add(new Fact("Serious", serious(said)));
        facts.add(new Fact("What was done", said.done().orElse("not said")));
        facts.add(new Fact(
                "Outcome",
                said.outcome().words()
                        + said.resolvedOn().map(day -> ", " + Days.full(day)).orElse("")));
        return facts;
    }

    static String serious(Said said) {
        return said.serious()
                .map(by -> by.isEmpty()
                        ? "not serious"
                        : by.stream().sorted().map(Serious::words).collect(Collectors.joining("; ")))
                .orElse("not said");
    }

    /// What stood in the record when it was opened.
    static List<Fact> kept(AdverseEvent event) {
        var kept = new ArrayList<Fact>();
        event.treated().ifPresent(session -> {
            kept.add(new Fact(
                    "Session", "Session " + session.number() + ", " + moment(session.at()) + ", by " + session.by()));
            kept.add(new Fact(
                    "Zones",
                    event.zones().isEmpty()
                            ? "nothing was charted"
                            : event.zones().stream()
                                    .map(zone -> zone.zone() + ": " + zone.done())
                                    .collect(Collectors.joining("; "))));
        });
        event.products().stream().map(AdverseLooks::fact).forEach(kept::add);
        return kept;
    }

    private static Fact fact(Product product) {
        String words = product.words();
        String term = product.thing().words();
        return new Fact(Sentence.beginning(term), words.substring(term.length() + 2));
    }

    static String diary(AdverseEvent event) {
        return switch (event.source()) {
            case Source.ByHand() -> "";
            case Source.FromDiary(var entry) -> "Opened from the person’s diary, entry " + entry + ".";
        };
    }

    /// Until when it is to be told, and why so.
    static String clock(AdverseEvent event, LocalDate today) {
        LocalDate by = event.reportBy(Acting.current().zone());
        String day = Days.near(by, today);
        return event.isSerious()
                ? "A serious event: a user facility reports within " + AdverseEvent.WORKING_DAYS
                        + " working days of learning of it (21 CFR 803.30), that is by " + day
                        + ". A physician’s office is no user facility and reports of its own will. Working days are Monday"
                        + " to Friday; no holiday is counted out."
                : "Not said to be serious, so no law that we know sets a day. This clinic completes its report by "
                        + day
                        + ", within " + AdverseEvent.WORKING_DAYS
                        + " working days as for a serious one, because what is missing is still to be had then.";
    }

    static List<Block> blocks(Completeness completeness) {
        return Arrays.stream(ReportField.Block.values())
                .map(block -> new Block(
                        block.words(),
                        completeness.lines().stream()
                                .filter(line -> line.field().block() == block)
                                .map(AdverseLooks::field)
                                .toList()))
                .toList();
    }

    private static FieldLine field(Completeness.Line line) {
        ReportField field = line.field();
        return switch (line.answer()) {
            case Answer.Present(var words) ->
                new FieldLine(field.id(), field.label(), Verdict.GO, "there", words, field.isByHand(), words, false);
            case Answer.Missing() ->
                new FieldLine(field.id(), field.label(), Verdict.ASK, "missing", "", field.isByHand(), "", false);
            case Answer.NotApplicable(var reason) ->
                new FieldLine(
                        field.id(),
                        field.label(),
                        Verdict.GO,
                        "does not apply",
                        reason,
                        field.isByHand(),
                        reason,
                        true);
        };
    }

    /// Every revision, review and permission, newest first.
    static List<String> history(AdverseEvent event) {
        record At(java.time.Instant at, String words) {}
        var all = new ArrayList<At>();
        event.revisions().forEach(revision -> all.add(new At(revision.at(), told(revision))));
        event.reviews()
                .forEach(review -> all.add(new At(
                        review.at(),
                        "Revision " + review.revision() + " looked at by " + review.signer() + ": “" + review.note()
                                + "”")));
        event.goOns()
                .forEach(goOn -> all.add(new At(
                        goOn.at(),
                        "Treatment may go on as of revision " + goOn.revision() + ", says " + goOn.signer() + ": “"
                                + goOn.reason() + "”")));
        event.fields()
                .forEach(filled -> all.add(new At(
                        filled.at(),
                        filled.field().label() + (filled.applicable() ? ": “" : " does not apply: “") + filled.words()
                                + "”, written by " + filled.by())));
        return all.stream()
                .sorted(java.util.Comparator.comparing(At::at).reversed())
                .map(one -> moment(one.at()) + ": " + one.words())
                .toList();
    }

    static String told(Revision revision) {
        Said said = revision.said();
        return "Revision " + revision.number() + " by " + revision.by() + ": "
                + said.kind().words() + ", "
                + said.grade().map(Grade::words).orElse("not graded") + "; " + serious(said) + "; "
                + said.outcome().words()
                + said.onset().map(day -> "; began " + Days.full(day)).orElse("")
                + "; “" + said.description() + "”"
                + said.done().map(done -> "; done: “" + done + "”").orElse("")
                + revision.reason().map(reason -> "; because “" + reason + "”").orElse("");
    }

    static String moment(java.time.Instant at) {
        return Days.moment(at, Acting.current().zone());
    }
}
