package org.stipple.clinic.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.stock.Handpiece;
import org.stipple.clinic.stock.Handpieces;

/// A clinic with two who treat, two rooms and one handpiece.
class HandpieceHeldTest {

    private static List<Instant> moments(BookedClinic clinic, PatientId person, AppointmentKind kind) {
        return clinic.free(person, kind, "2027-01-04").slots().stream()
                .map(Slot::from)
                .toList();
    }

    @Test
    void aSessionHoldsAHandpieceAndNoOtherSessionIsOfferedWhileItIsHeld(@TempDir Path directory) {
        try (var clinic = BookedClinic.open(directory, ZoneId.of("UTC"), "noor-handpiece")) {
            PatientId amara = clinic.agreed();
            PatientId ines = clinic.agreed();
            var handpieces = clinic.stipple().the(Handpieces.class);
            Handpiece only = clinic.as(() -> {
                clinic.stipple().the(Arrangements.class).works(clinic.sam(), BookedClinic.everyDay("09:00", "17:00"));
                return handpieces.receive(
                        clinic.course(amara).plan().device(),
                        Optional.empty(),
                        Optional.empty(),
                        "H-1",
                        Optional.empty());
            });
            Slot slot = clinic.free(amara, AppointmentKind.SESSION, "2027-01-04")
                    .slots()
                    .getFirst();
            assertThat(slot.handpiece()).contains(only.id());
            clinic.take(amara, slot);
            Instant nine = clinic.at("2027-01-04T09:00");
            assertThat(slot.from()).isEqualTo(nine);
            assertThat(moments(clinic, ines, AppointmentKind.SESSION)).startsWith(clinic.at("2027-01-04T10:00"));
            assertThat(moments(clinic, ines, AppointmentKind.CONSULTATION)).startsWith(nine);

            Slot sameHandpiece = clinic.as(() -> clinic.appointments()
                    .slot(AppointmentKind.SESSION, clinic.sam(), clinic.second().id(), Optional.of(only.id()), nine));
            assertThat(catchThrowableOfType(NotTaken.class, () -> clinic.take(ines, sameHandpiece))
                            .why())
                    .containsExactly("The handpiece was booked for that time meanwhile. Choose another time.");
            Slot without = clinic.as(() -> clinic.appointments()
                    .slot(AppointmentKind.SESSION, clinic.sam(), clinic.second().id(), Optional.empty(), nine));
            assertThat(catchThrowableOfType(NotTaken.class, () -> clinic.take(ines, without))
                            .why())
                    .containsExactly("The handpiece is not in service for this course.");

            clinic.doing(() -> handpieces.takeOut(only.id(), "It runs hot and is sent away"));
            assertThat(moments(clinic, ines, AppointmentKind.SESSION)).isEmpty();
        }
    }
}
