package org.stipple.clinic.aftercare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stipple.clinic.treatment.Session;
import org.stipple.protocol.ExpectedHealing;
import org.stipple.protocol.Knowledge;
import org.stipple.quantities.Depth;

/// What is expected after a session, as the knowledge base says it of the deepest that was done. It says
/// nothing of what a person really has.
///
/// @param day since the session, which is day 0, at the clinic's place
/// @param lines what is expected within the days that are shown
public record Healing(int day, List<Line> lines) {

    /// How many days are shown. `design`: what is expected is over within seven days; twice that leaves room
    /// for what lasts longer.
    public static final int DAYS = 14;

    /// @param now whether it is expected today
    public record Line(ExpectedHealing expected, boolean now) {}

    public Healing {
        lines = List.copyOf(lines);
    }

    /// Of a session, now.
    static Healing of(Session session, Knowledge knowledge, Instant now, ZoneId zone) {
        int day = Math.toIntExact(ChronoUnit.DAYS.between(
                LocalDate.ofInstant(session.startedAt(), zone), LocalDate.ofInstant(now, zone)));
        Optional<Depth> deepest = session.standing().stream()
                .map(charted -> charted.done().depth())
                .max(Comparator.naturalOrder());
        if (deepest.isEmpty() && session.close().isPresent()) {
            // It ended without a needle: there is nothing to heal.
            return new Healing(day, List.of());
        }
        return new Healing(
                day,
                knowledge.healing().stream()
                        .filter(one -> one.toDay() <= DAYS)
                        .filter(one -> deepest.map(depth -> one.isExpected(one.fromDay(), depth))
                                .orElse(one.depth().isEmpty()))
                        .map(one -> new Line(one, one.fromDay() <= day && day <= one.toDay()))
                        .toList());
    }
}
