package org.stipple.clinic.treatment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.stipple.clinic.access.PatientId;
import org.stipple.protocol.Operator;
import org.stipple.quantities.ZoneId;

/// One treatment of a course.
///
/// @param number within the course, from 1
/// @param operator as what whoever started it treats, where they said so
/// @param entries everything that was charted, in order; a later one for the same zone amends the earlier
/// @param leftOut the zones that were said not to have been treated, in the order in which it was said
/// @param aftermath what was given beside the needle, and found at the end
public record Session(
        UUID id,
        PatientId patient,
        UUID course,
        int number,
        Instant startedAt,
        String startedBy,
        Optional<Operator> operator,
        List<Charted> entries,
        List<LeftOut> leftOut,
        Aftermath aftermath,
        Optional<Close> close) {

    /// Before anything was given beside the needle, or found at the end.
    public Session(
            UUID id,
            PatientId patient,
            UUID course,
            int number,
            Instant startedAt,
            String startedBy,
            Optional<Operator> operator,
            List<Charted> entries,
            List<LeftOut> leftOut,
            Optional<Close> close) {
        this(id, patient, course, number, startedAt, startedBy, operator, entries, leftOut, Aftermath.NONE, close);
    }

    public Session {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    /// What counts for a zone: the last entry about it.
    public Optional<Charted> last(ZoneId zone) {
        return entries.stream().filter(entry -> entry.zone() == zone).reduce((_, later) -> later);
    }

    /// Number of the newest entry about a zone, 0 for none.
    int newest(ZoneId zone) {
        return last(zone).map(Charted::entry).orElse(0);
    }

    /// That the zone was not treated, where that is the newest that was said of it.
    public Optional<LeftOut> leftOut(ZoneId zone) {
        return leftOut.stream()
                .filter(one -> one.zone() == zone && one.after() == newest(zone))
                .findFirst();
    }

    /// Of everything that was ever charted of a zone, the gravest departure; empty where nothing departed.
    public Optional<Gravity> gravest(ZoneId zone) {
        return entries.stream()
                .filter(entry -> entry.zone() == zone)
                .flatMap(entry -> entry.gravity().stream())
                .min(Comparator.naturalOrder());
    }

    /// Whether anything was said of the zone: that it was treated, or that it was not.
    public boolean isTold(ZoneId zone) {
        return last(zone).isPresent() || leftOut(zone).isPresent();
    }

    /// All that was said of a zone, in order.
    public List<Later> told(ZoneId zone) {
        var told = new ArrayList<Later>(said(zone, 0));
        entries.stream().filter(entry -> entry.zone() == zone).forEach(entry -> {
            told.add(entry);
            told.addAll(said(zone, entry.entry()));
        });
        return List.copyOf(told);
    }

    /// How much was said in all. Nothing is taken out of a session, so of two pages with the same number
    /// neither shows more than the other.
    public int toldSoFar() {
        return entries.size() + leftOut.size() + aftermath.told();
    }

    /// What was said after the first so many, in the order in which it was said: each with its zone, when, by
    /// whom and what.
    ///
    /// @param first as [#toldSoFar()] was then
    /// @param clinic the clinic's zone, for the time of day
    public List<String> toldAfter(int first, java.time.ZoneId clinic) {
        record Told(Instant at, String words) {}
        return Stream.of(
                        entries.stream()
                                .map(entry -> new Told(
                                        entry.recordedAt(), entry.zone().words() + ", " + entry.told(clinic))),
                        leftOut.stream()
                                .map(one -> new Told(one.at(), one.zone().words() + ", " + one.told(clinic))),
                        aftermath.adjuncts().stream().map(one -> new Told(one.at(), one.told(clinic))),
                        aftermath.after().stream().map(one -> new Told(one.at(), one.told(clinic))))
                .flatMap(told -> told)
                .sorted(Comparator.comparing(Told::at))
                .skip(first)
                .map(Told::words)
                .toList();
    }

    private List<LeftOut> said(ZoneId zone, int after) {
        return leftOut.stream()
                .filter(one -> one.zone() == zone && one.after() == after)
                .toList();
    }

    /// What counts, one entry for each treated zone, in the order in which zones were first charted.
    public List<Charted> standing() {
        return entries.stream()
                .map(Charted::zone)
                .distinct()
                .filter(zone -> leftOut(zone).isEmpty())
                .flatMap(zone -> last(zone).stream())
                .toList();
    }

    /// Whether it ended without a needle: it is closed, and of every planned zone it was said last that it was
    /// not treated. One that is open, or in which not all was told, is taken to have needled.
    ///
    /// @param planned zones of its course
    public boolean isWithoutNeedling(Set<ZoneId> planned) {
        return close.isPresent()
                && standing().isEmpty()
                && !planned.isEmpty()
                && planned.stream().allMatch(zone -> leftOut(zone).isPresent());
    }

    /// Whether a zone has to be taken as needled: it was charted, or nothing is charted yet and it may have been
    /// anywhere. What a closed session left out was not.
    boolean mayHaveNeedled(ZoneId zone) {
        return (entries.isEmpty() || last(zone).isPresent())
                && !(close.isPresent() && leftOut(zone).isPresent());
    }

    /// Signed off at the end.
    ///
    /// @param operator as what whoever closed it treats; empty where they had not said, and for sessions from
    ///   before that was kept
    /// @param against what had arisen against the session while it was open and stood when it was closed, each
    ///   in words
    public record Close(String note, String signer, Instant at, Optional<Operator> operator, List<String> against) {
        public Close {
            against = List.copyOf(against);
        }
    }
}
