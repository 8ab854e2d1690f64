package org.stipple.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.AftercareStep;
import org.stipple.protocol.Course;
import org.stipple.protocol.ZonePlan;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.protocol.document.Figures;

/// The printable report of `stipple plan`: each zone with its settings, limits and dose.
final class PlanReport {

    private PlanReport() {}

    static byte[] html(Course course) {
        var page = new ReportPage("Draft of a course of treatment");
        page.heading("May we treat?")
                .list(ScreenCommand.words(course.screening())
                        .lines()
                        .map(String::strip)
                        .toList());
        course.schedule()
                .ifPresentOrElse(
                        schedule -> page.heading("Schedule")
                                .table(
                                        List.of("setting", "value"),
                                        List.of(
                                                List.of(
                                                        "sessions",
                                                        Integer.toString(schedule.sessions()
                                                                .chosen())),
                                                List.of(
                                                        "days between",
                                                        Integer.toString(schedule.intervalDays()
                                                                .chosen())),
                                                List.of("judged, days after the last", words(schedule.assessAtDays())),
                                                List.of(
                                                        "earliest start",
                                                        course.earliestStart()
                                                                .map(Object::toString)
                                                                .orElse("no date: see the findings above")))),
                        () -> page.paragraph("No zone may be treated, so there is no course."));
        for (var zone : course.zones()) {
            page.heading(zone.id().words());
            switch (zone) {
                case ZonePlan.Refused refused -> page.paragraph("Not planned: " + refused.reason());
                case ZonePlan.Planned planned -> planned(page, planned);
            }
        }
        page.heading("Disagreements")
                .list(course.disagreements().stream()
                        .map(each ->
                                each.question() + " We follow: " + each.chosen().says() + " " + each.why())
                        .toList());
        page.heading("Aftercare")
                .list(course.aftercare().stream().map(AftercareStep::words).toList());
        return page.bytes();
    }

    private static String words(List<Integer> days) {
        return String.join(", ", days.stream().map(Object::toString).toList());
    }

    private static void planned(ReportPage page, ZonePlan.Planned planned) {
        var rows = new ArrayList<List<String>>();
        var depth = planned.depth();
        rows.add(List.of(
                "depth set",
                depth.chosen() + " (" + depth.min() + " to " + depth.max() + ", bound by " + depth.boundBy() + ")"));
        rows.add(List.of("passes", planned.passes() + " in " + planned.directions() + " directions"));
        planned.strokeHz().ifPresent(stroke -> rows.add(List.of("strokes", Figures.text(stroke.hertz()) + " Hz")));
        planned.glide()
                .ifPresent(glide -> rows.add(List.of("glide", Figures.text(glide.millimetresPerSecond()) + " mm/s")));
        planned.schedule()
                .ifPresent(own -> rows.add(List.of(
                        "sessions of this zone",
                        own.sessions().chosen() + ", " + own.intervalDays().chosen() + " days apart")));
        planned.offLabel().ifPresent(reason -> rows.add(List.of("off label", reason)));
        page.table(List.of("setting", "value"), rows);
        planned.dose().ifPresentOrElse(dose -> dose(page, dose), () -> page.paragraph("Dose: not computed."));
        page.table(
                List.of("check", "passed", "limit or wish", "planned"),
                planned.checks().stream()
                        .map(check -> List.of(
                                check.check(),
                                check.passed() ? "yes" : "no",
                                number(check.asked()),
                                number(check.given())))
                        .toList());
    }

    private static void dose(ReportPage page, Document dose) {
        page.table(DoseFigures.HEADS, DoseFigures.of(dose));
        Field.root(dose)
                .optional("assumptions")
                .ifPresent(texts -> page.paragraph("Assumed")
                        .list(texts.items().stream().map(Field::text).toList()));
    }

    private static String number(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("–");
    }
}
