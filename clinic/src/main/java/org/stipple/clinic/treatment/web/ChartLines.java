package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.treatment.Charted;
import org.stipple.clinic.treatment.Gravity;
import org.stipple.clinic.treatment.LeftOut;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.web.TreatmentViews.ChartLine;
import org.stipple.clinic.web.Sentence;

/// What was charted so far, line by line as a person reads it.
final class ChartLines {

    private ChartLines() {}

    /// Everything that was said of zones which were not treated.
    static List<String> notTreated(Session session) {
        return session.leftOut().stream().map(one -> notTreated(session, one)).toList();
    }

    private static String notTreated(Session session, LeftOut one) {
        return capital(one.zone().words()) + ": " + one.told(Acting.current().zone())
                + (session.leftOut(one.zone()).equals(Optional.of(one)) ? "" : ", and charted later");
    }

    static String capital(String words) {
        return Sentence.beginning(words);
    }

    /// Everything that was charted, in order; what was amended later says so.
    static List<ChartLine> of(Session session) {
        return session.entries().stream()
                .map(entry -> line(
                        entry,
                        session.leftOut(entry.zone()).isEmpty()
                                && session.last(entry.zone())
                                        .map(last -> last.entry() == entry.entry())
                                        .orElse(false)))
                .toList();
    }

    private static ChartLine line(Charted entry, boolean stands) {
        var done = entry.done();
        return new ChartLine(
                entry.entry(),
                entry.zone().words(),
                done.settings(),
                done.endpoint().words(),
                done.pain().map(pain -> pain + " of 10").orElse("not recorded"),
                entry.deviation().orElse(""),
                entry.gravity().filter(Gravity::isGrave).map(Gravity::words).orElse(""),
                Stream.concat(done.why().map(why -> "Why: " + why.words()).stream(), done.reason().stream())
                        .collect(Collectors.joining(". ")),
                entry.by(),
                stands);
    }
}
