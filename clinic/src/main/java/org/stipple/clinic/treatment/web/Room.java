package org.stipple.clinic.treatment.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.patient.Patients;
import org.stipple.clinic.planning.Courses;
import org.stipple.clinic.treatment.Sessions;
import org.stipple.clinic.web.Pages;

/// Shows the room's page, whatever led to it.
@Component
class Room {

    private final Pages pages;
    private final Patients patients;
    private final Sessions sessions;
    private final Courses courses;
    private final RoomLooks looks;
    private final TransactionTemplate transaction;

    Room(
            Pages pages,
            Patients patients,
            Sessions sessions,
            Courses courses,
            RoomLooks looks,
            TransactionTemplate transaction) {
        this.pages = pages;
        this.patients = patients;
        this.sessions = sessions;
        this.courses = courses;
        this.looks = looks;
        this.transaction = transaction;
    }

    static String href(UUID person, UUID session) {
        return "/people/" + person + "/sessions/" + session;
    }

    /// @param again what was sent and is to be mended
    /// @param problems each in a sentence
    ResponseEntity<String> show(HttpStatus status, UUID id, UUID sessionId, Again again, List<String> problems) {
        var page = transaction.execute(_ -> {
            var person = patients.read(new PatientId(id), "session");
            var session = sessions.find(person.id(), sessionId);
            var plan = courses.find(person.id(), session.course()).plan();
            return looks.page(person, session, plan, again, problems);
        });
        return pages.show(status, "treatment/room", "/people", Objects.requireNonNull(page));
    }
}
