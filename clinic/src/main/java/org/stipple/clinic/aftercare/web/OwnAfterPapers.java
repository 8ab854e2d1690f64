package org.stipple.clinic.aftercare.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.aftercare.web.OwnAfterViews.AfterPage;
import org.stipple.clinic.aftercare.web.OwnAfterViews.StepLine;
import org.stipple.clinic.invitation.Guest;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.web.paper.CalendarFile;
import org.stipple.clinic.web.paper.TaggedPdf;
import org.stipple.clinic.web.words.Words;

/// What a person is told after a session, to be kept: as a file for paper, and as times for a calendar.
@Component
class OwnAfterPapers {

    private final ClinicClock clock;

    OwnAfterPapers(ClinicClock clock) {
        this.clock = clock;
    }

    /// The page without its questions, as a tagged PDF in the person's language.
    byte[] pdf(Guest guest, AfterPage page) {
        var words = Words.in(guest.tongue());
        var pdf = new TaggedPdf(
                words.of("after.title"), clock.now(), guest.tongue().lang());
        pdf.title(words.of("after.title"));
        pdf.small(guest.clinicName() + ". " + words.of("after.session", page.session()));
        pdf.heading(words.of("frame.reach"));
        String reach = guest.reach().line(guest.tongue());
        pdf.text(reach.isEmpty() ? words.of("frame.reach-unknown", guest.clinicName()) : reach);
        pdf.text(words.of("frame.emergency"));
        steps(pdf, words, page, true, "after.do");
        steps(pdf, words, page, false, "after.later");
        page.disputed().forEach(one -> {
            pdf.under(one.question());
            pdf.text(words.of("after.follow") + " " + one.follow() + " " + words.of("after.elsewhere") + " "
                    + String.join(" ", one.elsewhere()) + " " + one.why());
        });
        pdf.heading(words.of("after.signs"));
        page.signs().forEach(signs -> {
            pdf.under(signs.dial().isEmpty() ? signs.whom() : signs.whom() + ": " + signs.dial());
            pdf.list(signs.words());
        });
        usual(pdf, words, page);
        return pdf.file(guest.clinicName() + " · " + words.of("after.title"));
    }

    /// No heading stands over nothing.
    private static void steps(TaggedPdf pdf, Words words, AfterPage page, boolean now, String heading) {
        List<String> steps = page.steps().stream()
                .filter(step -> step.now() == now)
                .map(step -> told(words, step))
                .toList();
        if (!steps.isEmpty()) {
            pdf.heading(words.of(heading));
            pdf.list(steps);
        }
    }

    /// Apart from the signs, and with what to do where it is more: nothing here reassures by itself.
    private static void usual(TaggedPdf pdf, Words words, AfterPage page) {
        pdf.heading(words.of("after.usual"));
        var lines = new ArrayList<String>();
        if (!page.usual().isEmpty()) {
            lines.add(page.usual());
        }
        page.bars()
                .forEach(bar -> lines.add((bar.from() == bar.to()
                                ? words.of("after.on-day", bar.from())
                                : words.of("after.days", bar.from(), bar.to()))
                        + ": " + bar.words()));
        if (!lines.isEmpty()) {
            pdf.list(lines);
        }
        pdf.text(words.of("after.usual-more"));
    }

    private static String told(Words words, StepLine step) {
        return step.when() + ": " + step.todo()
                + (step.avoid().isEmpty() ? "" : " " + words.of("after.avoid") + " " + step.avoid());
    }

    /// One time for each step. What a locked screen shows is the clinic's name.
    String calendar(Guest guest, Session session, AfterPage page) {
        var words = Words.in(guest.tongue());
        List<CalendarFile.Event> events = page.steps().stream()
                .map(step -> {
                    Instant from = session.startedAt().plus(Duration.ofHours(step.fromHours()));
                    return new CalendarFile.Event(
                            UUID.nameUUIDFromBytes((session.id() + " " + step.fromHours() + " " + step.toHours())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                            clock.now(),
                            from,
                            from.plus(Duration.ofHours(1)),
                            guest.clinicName(),
                            "",
                            told(words, step));
                })
                .toList();
        return CalendarFile.several(events);
    }
}
