package org.stipple.clinic.treatment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.stipple.clinic.access.Reason;
import org.stipple.clinic.treatment.Charted.Done;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.clinic.treatment.ZoneEntry.NotTreated;
import org.stipple.protocol.Course;
import org.stipple.quantities.Depth;
import org.stipple.quantities.ZoneId;

/// Whether enough is said of a zone, and nothing that cannot have been. The graver it is, the more is asked.
final class SaidOfAZone {

    /// No dose is computed for less (`Technique`), and no needle is set to less.
    private static final Depth SHALLOWEST = Depth.ofMicrometres(50);

    private SaidOfAZone() {}

    /// @param deepest what the device reaches
    /// @return what is wrong where; none where it can be written
    static Map<Place, String> wrong(
            Session session, ZoneId zone, Done done, Optional<Deviation> deviation, Depth deepest) {
        var wrong = new EnumMap<Place, String>(Place.class);
        if (done.shallowest().compareTo(SHALLOWEST) < 0) {
            wrong.put(
                    Place.DEPTH,
                    "was " + done.shallowest() + ", expected " + SHALLOWEST + " to " + deepest
                            + "; a zone that was not needled is not charted: choose “Not treated” below");
        }
        if (done.depth().compareTo(deepest) > 0) {
            wrong.put(
                    Place.DEPTH,
                    "was " + done.depth() + ", and this device reaches " + deepest
                            + " at most: look at the number, and at the device");
        }
        boolean grave =
                deviation.map(Deviation::gravity).filter(Gravity::isGrave).isPresent();
        boolean amends = session.isTold(zone);
        boolean after = session.close().isPresent();
        // A kind of reason that was chosen says enough where nothing grave was done and nothing is amended.
        boolean coded = !grave
                && !amends
                && !after
                && done.why().filter(Why::saysEnough).isPresent();
        if ((deviation.isPresent() || amends || after)
                && !coded
                && !done.reason().filter(reason -> Reason.says(reason, grave)).isPresent()) {
            wrong.put(
                    Place.REASON,
                    (amends
                                    ? "this amends what was charted before"
                                    : deviation.map(Deviation::words).orElse("the session is closed"))
                            + ": say " + (grave ? Reason.MORE : Reason.SOME)
                            + done.reason()
                                    .map(said -> "; “" + said + "” does not")
                                    .orElse(""));
        }
        if (grave && done.why().isEmpty()) {
            wrong.put(Place.WHY, "choose why it was done other than planned");
        }
        return wrong;
    }

    /// @return what is wrong where; none where it can be written
    static Map<Place, String> wrong(Session session, Course course, NotTreated entry) {
        var wrong = new EnumMap<Place, String>(Place.class);
        ZoneId zone = entry.zone();
        boolean before = session.last(zone).isPresent();
        boolean known = before || course.planned().stream().anyMatch(planned -> planned.id() == zone);
        boolean grave = session.gravest(zone).filter(Gravity::isGrave).isPresent();
        boolean coded = !before
                && entry.reason().isBlank()
                && entry.why().filter(Why::saysEnough).isPresent();
        if (!known) {
            wrong.put(Place.REASON, "the " + zone.words() + " is not in the course: there is nothing to leave out");
        } else if (session.leftOut(zone).isPresent()) {
            wrong.put(Place.REASON, "this was written down before, and stands");
        } else if (!coded && !Reason.says(entry.reason(), grave)) {
            wrong.put(
                    Place.REASON,
                    "say why it was not treated"
                            + (grave ? ", in a short sentence" : ", in two words and eight letters at least")
                            + (entry.reason().isBlank()
                                    ? ""
                                    : "; “" + entry.reason().strip() + "” does not"));
        }
        if (before && entry.why().isEmpty()) {
            wrong.put(Place.WHY, "choose why what was charted before is taken back");
        }
        return wrong;
    }
}
