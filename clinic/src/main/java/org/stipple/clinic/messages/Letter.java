package org.stipple.clinic.messages;

import java.net.URI;
import java.util.UUID;

/// What leaves the clinic: its name and a link, and nothing of why.
///
/// @param message the same at every attempt, so that a repeated one can be told as such
/// @param until the last day of the link, in words
record Letter(UUID message, String address, String clinicName, URI link, String until) {

    /// Names come from a form: what could begin another header is taken out.
    Letter {
        clinicName = clinicName.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    String subject() {
        return "A message from " + clinicName;
    }

    String text() {
        return clinicName + " has a message for you.\n\nRead it here:\n" + link
                + "\n\nThe link opens this one message and nothing else, until " + until
                + ".\nReplies to this e-mail are not read; the page behind the link says how to reach us.\n";
    }

    String shortText() {
        return clinicName + " has a message for you: " + link;
    }
}
