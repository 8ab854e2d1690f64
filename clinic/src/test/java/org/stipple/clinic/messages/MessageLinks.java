package org.stipple.clinic.messages;

import java.util.UUID;
import org.stipple.clinic.ClinicUnderTest;

/// The link that a person finds in their message.
public final class MessageLinks {

    private MessageLinks() {}

    public static String path(ClinicUnderTest stipple, UUID message) {
        return "/m/" + stipple.the(Links.class).token(message);
    }
}
