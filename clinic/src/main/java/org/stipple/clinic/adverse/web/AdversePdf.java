package org.stipple.clinic.adverse.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.adverse.AdverseEvent;
import org.stipple.clinic.adverse.AdverseEvent.Revision;
import org.stipple.clinic.adverse.Completeness;
import org.stipple.clinic.adverse.Grade;
import org.stipple.clinic.adverse.ReportField;
import org.stipple.clinic.adverse.web.AdverseViews.Fact;
import org.stipple.clinic.web.paper.TaggedPdf;
import org.stipple.clinic.web.paper.TaggedPdf.Cell;

/// The report of an event as a file: what its page says, for whoever it is handed to. The person is named by an
/// identifier alone.
final class AdversePdf {

    private static final float[] FIELDS = {0.32f, 0.14f, 0.54f};

    private AdversePdf() {}

    static byte[] of(AdverseEvent event, Completeness completeness, Instant made, LocalDate today) {
        String clinic = Acting.current().clinicName();
        var pdf = new TaggedPdf("Adverse event", made);
        pdf.title("Adverse event: " + event.said().kind().words());
        pdf.small(clinic + ". Made " + AdverseLooks.moment(made) + " by "
                + Acting.current().name() + ". Opened " + AdverseLooks.moment(event.openedAt()) + " by "
                + event.openedBy() + ".");
        pdf.text("Person " + event.patient() + ", event " + event.id() + ". The name stands in the clinic's record.");
        pdf.text(AdverseLooks.state(event, today) + ".");
        pdf.heading("The event");
        facts(pdf, AdverseLooks.facts(event));
        pdf.small("Called and graded by the knowledge release " + event.newest().knowledge()
                + " and the general scale of CTCAE v5.0.");
        pdf.under("Grades, as they were given");
        pdf.list(
                event.gradings().isEmpty()
                        ? List.of("Nobody graded it yet.")
                        : event.gradings().stream().map(AdversePdf::graded).toList());
        pdf.heading("What stood in the record when it was opened");
        if (event.treated().isEmpty()) {
            pdf.text("It was opened beside no session, so nothing was taken over.");
        } else {
            facts(pdf, AdverseLooks.kept(event));
        }
        String diary = AdverseLooks.diary(event);
        if (!diary.isEmpty()) {
            pdf.text(diary);
        }
        pdf.heading("The fields of a report (21 CFR 803.32)");
        pdf.text(completeness.words() + ".");
        pdf.text(AdverseLooks.clock(event, today));
        for (ReportField.Block block : ReportField.Block.values()) {
            pdf.under(block.words());
            pdf.table(
                    List.of("Field", "State", "What stands there"),
                    FIELDS,
                    AdverseLooks.blocks(completeness).stream()
                            .filter(one -> one.words().equals(block.words()))
                            .flatMap(one -> one.lines().stream())
                            .map(line -> Stream.of(line.label(), line.state(), line.words())
                                    .<Cell>map(Cell.Words::new)
                                    .toList())
                            .toList());
        }
        pdf.heading("Everything that was written, newest first");
        pdf.list(AdverseLooks.history(event));
        pdf.small("Stipple has not been clinically validated. This paper is no report to an authority until somebody"
                + " sends it.");
        return pdf.file(clinic + " · Adverse event · " + event.id());
    }

    private static String graded(Revision revision) {
        return AdverseLooks.moment(revision.at()) + " by " + revision.by() + ": "
                + revision.said().grade().map(Grade::words).orElse("not graded");
    }

    private static void facts(TaggedPdf pdf, List<Fact> facts) {
        pdf.facts(facts.stream()
                .map(fact -> new TaggedPdf.Fact(fact.term(), fact.words()))
                .toList());
    }
}
