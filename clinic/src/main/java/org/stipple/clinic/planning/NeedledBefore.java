package org.stipple.clinic.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stipple.clinic.planning.OwnNeedling.Needled;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// What the rules are told of earlier needling, of the zones that are asked about. The facts carry one day, one
/// depth and the zones they hold for; skin remembers by zone. Of each asked zone the newest session counts that
/// touched it. Where these are several, all their zones are told with the newest day and the greatest depth: a
/// course begins in all its zones at once, so that the newest day is the one that it waits for in any case.
///
/// @param zones empty where it may have been anywhere
record NeedledBefore(LocalDate on, Optional<Depth> deepest, Set<ZoneId> zones) {

    NeedledBefore {
        zones = Set.copyOf(zones);
    }

    private static NeedledBefore of(Needled session) {
        return new NeedledBefore(session.on(), session.deepest(), session.zones());
    }

    /// @param own sessions of the clinic, newest first
    /// @param elsewhere what the person told of another place; the clinic knows better what was done on a day of
    ///   its own
    /// @param asked zones of the case; where there are none, the newest session of all is told
    /// @return empty where the clinic has not needled
    static Optional<NeedledBefore> of(List<Needled> own, Optional<Needled> elsewhere, Set<ZoneId> asked) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        List<Needled> all = Stream.concat(
                        own.stream(),
                        elsewhere.stream()
                                .filter(told -> own.stream()
                                        .noneMatch(session -> session.on().equals(told.on()))))
                .sorted(Comparator.comparing(Needled::on).reversed())
                .toList();
        Map<ZoneId, Needled> newest = new EnumMap<>(ZoneId.class);
        for (ZoneId zone : asked) {
            all.stream()
                    .filter(session -> session.mayHaveTouched(zone))
                    .findFirst()
                    .ifPresent(session -> newest.put(zone, session));
        }
        List<Needled> sessions = newest.values().stream().distinct().toList();
        return Optional.of(
                switch (sessions.size()) {
                    case 0 -> of(all.getFirst());
                    case 1 -> of(sessions.getFirst());
                    default -> together(sessions, newest.keySet());
                });
    }

    private static NeedledBefore together(List<Needled> sessions, Set<ZoneId> zones) {
        boolean known = sessions.stream().allMatch(session -> session.deepest().isPresent());
        return new NeedledBefore(
                sessions.stream()
                        .map(Needled::on)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                known
                        ? sessions.stream()
                                .flatMap(session -> session.deepest().stream())
                                .max(Comparator.naturalOrder())
                        : Optional.empty(),
                zones);
    }

    /// What was answered about needling in another place.
    ///
    /// @param stated what stands under the fact
    /// @return empty for never, for nowhere and where no day is told
    static Optional<Needled> stated(Field stated) {
        if (!(stated.document() instanceof Document.Mapping)) {
            return Optional.empty();
        }
        var zones = stated.optional("zones").map(Field::document);
        if (zones.filter(where -> where instanceof Document.Flag(var everywhere) && !everywhere)
                .isPresent()) {
            return Optional.empty();
        }
        return stated.optional("last")
                .filter(last -> !(last.document() instanceof Document.Text(var word) && word.equals("never")))
                .map(Field::date)
                .map(on -> new Needled(on, stated.optional("depthMm").map(NeedledBefore::depth), zones(zones)));
    }

    private static Depth depth(Field stated) {
        var millimetres = stated.decimal("0", "5");
        if (millimetres.stripTrailingZeros().scale() > 3) {
            throw stated.refused("a number from 0 to 5, of whole micrometres");
        }
        return Depth.ofMillimetres(millimetres);
    }

    /// The zones of a list; empty, which stands for everywhere, where it is none.
    static Set<ZoneId> zones(Optional<Document> document) {
        var zones = EnumSet.noneOf(ZoneId.class);
        document.filter(told -> told instanceof Document.Listing).map(told -> (Document.Listing) told).stream()
                .map(Document.Listing::items)
                .flatMap(Collection::stream)
                .flatMap(item -> item instanceof Document.Text(var id) ? ZoneId.find(id).stream() : Stream.empty())
                .forEach(zones::add);
        return zones;
    }

    /// As a case tells it.
    ///
    /// @param sessions how many there were
    Document.Mapping toDocument(int sessions) {
        var needling = Document.mapping().with("last", Document.of(on)).with("sessions", Document.of(sessions));
        if (deepest.isPresent()) {
            needling = needling.with("depthMm", Document.of(deepest.get().millimetres()));
        }
        return zones.isEmpty()
                ? needling
                : needling.with(
                        "zones",
                        Document.texts(zones.stream()
                                .sorted(Comparator.naturalOrder())
                                .map(ZoneId::id)
                                .toList()));
    }
}
