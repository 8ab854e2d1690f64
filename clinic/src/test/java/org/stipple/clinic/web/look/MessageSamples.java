package org.stipple.clinic.web.look;

import java.util.List;
import java.util.UUID;
import org.stipple.clinic.messages.web.MessageViews;

/// What the pages about messages show, for the gallery.
final class MessageSamples {

    private MessageSamples() {}

    static MessageViews.ReachPage reach() {
        return new MessageViews.ReachPage(
                "",
                List.of("“Telephone” is empty. Fill it in, or say that there is none."),
                "Av. Reforma 1234567, Tel. 555 0100",
                "",
                false,
                "Monday to Friday 9 to 17",
                "De lunes a viernes de 9 a 17 h",
                "112",
                UUID.fromString("00000000-0000-4000-8000-000000000001"));
    }
}
