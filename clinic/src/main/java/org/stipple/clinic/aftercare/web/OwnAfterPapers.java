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
        pdf.heading(words.of("after.do"));
        var steps = new ArrayList<String>();
        for (StepLine step : page.steps()) {
            steps.add(told(words, step));
        }
        pdf.list(steps);
        page.disputed().forEach(one -> {
            pdf.under(one.question());
            pdf.text(words.of("after.follow") + " " + one.follow() + " " + words.of("after.elsewhere") + " "
                    + String.join(" ", one.elsewhere()) + " " + one.why());
        });
        pdf.heading(words.of("after.signs"));
        page.signs().forEach(signs -> {
            pdf.under(signs.whom());
            pdf.list(signs.words());
        });
        pdf.small(words.of("after.expected-note"));
        return pdf.file(guest.clinicName() + " · " + words.of("after.title"));
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
