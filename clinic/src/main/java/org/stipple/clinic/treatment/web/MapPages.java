package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stipple.clinic.access.Allowed;
import org.stipple.clinic.access.Once;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.access.Role;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.ChartedMeanwhile;
import org.stipple.clinic.treatment.LastTime;
import org.stipple.clinic.treatment.NotCharted;
import org.stipple.clinic.treatment.NotCharted.Place;
import org.stipple.clinic.treatment.Session;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.treatment.ZonesNotCharted;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Pages;
import org.stipple.clinic.web.Refusal;

/// Charting on the map: several zones in one request, all of them or none.
@Controller
class MapPages {

    private final Sessions sessions;
    private final Courses courses;
    private final LastTime lastTime;
    private final Room room;
    private final Once once;

    MapPages(Sessions sessions, Courses courses, LastTime lastTime, Room room, Once once) {
        this.sessions = sessions;
        this.courses = courses;
        this.lastTime = lastTime;
        this.room = room;
        this.once = once;
    }

    @PostMapping("/people/{id}/sessions/{session}/map")
    @Allowed({Role.PRACTITIONER, Role.SUPERVISING_CLINICIAN})
    ResponseEntity<String> chart(
            @PathVariable UUID id, @PathVariable UUID session, @RequestParam MultiValueMap<String, String> fields) {
        var form = new Form(fields);
        try {
            return Pages.seeOther(once.once(form.key(), form.body(), () -> {
                var person = new PatientId(id);
                Session found = sessions.find(person, session);
                var plan = courses.find(person, found.course()).plan();
                sessions.chart(person, session, MapForm.read(form, plan, lastTime.before(found)));
                return Room.href(id, session) + "#map";
            }));
        } catch (NotCharted unfit) {
            return again(
                    id,
                    session,
                    form,
                    unfit.wrong(),
                    Stream.concat(
                                    Stream.of(NOTHING_TAKEN),
                                    unfit.wrong().containsKey(Place.ZONES)
                                            ? Stream.of("Zones: "
                                                    + Objects.requireNonNull(
                                                            unfit.wrong().get(Place.ZONES))
                                                    + ".")
                                            : Stream.of())
                            .toList());
        } catch (ZonesNotCharted unfit) {
            return again(
                    id,
                    session,
                    form,
                    Map.of(),
                    Stream.concat(
                                    Stream.of(NOTHING_TAKEN),
                                    unfit.wrong().entrySet().stream()
                                            .map(zone -> ChartLines.capital(
                                                            zone.getKey().words()) + ": "
                                                    + String.join(
                                                            "; ",
                                                            zone.getValue().values()) + "."))
                            .toList());
        } catch (ChartedMeanwhile meanwhile) {
            return room.show(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    Again.map(new MapForm.Sent(form, Map.of())),
                    List.of(meanwhile.charted().stream().map(RoomPages::words).collect(Collectors.joining(" "))));
        } catch (Once.KeyUsedForSomethingElse sentBefore) {
            return room.show(
                    HttpStatus.CONFLICT,
                    id,
                    session,
                    Again.map(new MapForm.Sent(form, Map.of())),
                    List.of("Something else was charted from this page before" + RoomPages.STILL_THERE));
        } catch (Refusal refusal) {
            return room.show(HttpStatus.UNPROCESSABLE_CONTENT, id, session, Again.NOTHING, refusal.why());
        }
    }

    private static final String NOTHING_TAKEN =
            "Nothing was charted, of none of the zones. What is to be mended stands here and beside its field; what"
                    + " you entered is still there.";

    private ResponseEntity<String> again(
            UUID id, UUID session, Form form, Map<Place, String> wrong, List<String> problems) {
        return room.show(
                HttpStatus.UNPROCESSABLE_CONTENT, id, session, Again.map(new MapForm.Sent(form, wrong)), problems);
    }
}
