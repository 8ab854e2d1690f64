package org.stipple.clinic.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.patient.PartOfCopy;
import org.stipple.clinic.patient.Patient;
import org.stipple.clinic.patient.Resource;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.document.Document;

/// Times that were taken for somebody, in their copy. Whether they came is said by the session, not here.
@Component
class AppointmentsInCopy implements PartOfCopy {

    private final Appointments appointments;

    AppointmentsInCopy(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public String folder() {
        return "appointments";
    }

    @Override
    public void into(Patient person, Parcel parcel) {
        var lines = new ArrayList<Line>();
        for (Appointment appointment : appointments.of(person.id())) {
            Slot slot = appointment.slot();
            parcel.resource(Resource.of("Appointment", appointment.id())
                    .with("status", appointment.stands() ? "booked" : "cancelled")
                    .with("appointmentType", Resource.concept(slot.kind().words()))
                    .with("start", slot.from())
                    .with("end", slot.to())
                    .with("created", appointment.takenAt())
                    .with(
                            "participant",
                            Document.listing(List.of(Document.mapping()
                                    .with(
                                            "actor",
                                            Resource.reference(
                                                    "Patient", person.id().value()))
                                    .with("status", Document.of("accepted"))))));
            lines.add(line(parcel.words(), appointment));
        }
        parcel.tell(new Told(90, parcel.words().of("copy.appointments"), lines));
    }

    private static Line line(Words words, Appointment appointment) {
        var zone = Acting.current().zone();
        Slot slot = appointment.slot();
        return Line.on(
                words,
                LocalDate.ofInstant(slot.from(), zone),
                words.moment(slot.from(), zone) + ": "
                        + words.of("copy.appointment." + slot.kind().id())
                        + appointment
                                .end()
                                .map(end -> " "
                                        + words.of(
                                                "copy.appointment." + end.how().id()))
                                .orElse(""));
    }
}
