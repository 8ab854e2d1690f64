package org.stipple.clinic.booking;

import java.time.Instant;
import java.util.UUID;
import org.stipple.clinic.access.AccountId;

/// A time at which something is not there.
///
/// @param words why, as whoever books reads it
public record Closure(UUID id, What what, Instant from, Instant to, String words, String saidBy) {

    /// What is not there.
    public sealed interface What {

        /// Nothing takes place in the clinic.
        record WholeClinic() implements What {}

        record OneRoom(UUID room) implements What {}

        record OneHandpiece(UUID handpiece) implements What {}

        record OnePractitioner(AccountId practitioner) implements What {}
    }

    /// Whether what a time needs is not there at some moment of it.
    boolean stops(Slot slot) {
        return slot.overlaps(from, to) && isNeeded(slot);
    }

    private boolean isNeeded(Slot slot) {
        return switch (what) {
            case What.WholeClinic() -> true;
            case What.OneRoom(var room) -> slot.room().equals(room);
            case What.OneHandpiece(var handpiece) ->
                slot.handpiece().filter(handpiece::equals).isPresent();
            case What.OnePractitioner(var practitioner) -> slot.practitioner().equals(practitioner);
        };
    }

    /// In a sentence, to whoever books.
    ///
    /// @param practitioner their name
    String sentence(String practitioner) {
        String who = switch (what) {
            case What.WholeClinic() -> "The clinic is closed";
            case What.OneRoom _ -> "That room is closed";
            case What.OneHandpiece _ -> "That handpiece is not there";
            case What.OnePractitioner _ -> practitioner + " is not there";
        };
        return who + " at that time: “" + words + "”.";
    }
}
