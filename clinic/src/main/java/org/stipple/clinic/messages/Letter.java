package org.stipple.clinic.messages;

import java.net.URI;
import java.util.UUID;

/// What leaves the clinic: its name and a link, and nothing of why.
///
/// @param message the same at every attempt, so that a repeated one can be told as such
/// @param text of an e-mail
/// @param shortText of a text message
record Letter(UUID message, String address, String subject, String text, String shortText) {

    /// To somebody whose record the clinic keeps.
    ///
    /// @param until the last day of the link, in words
    static Letter toPerson(UUID message, String address, String clinicName, URI link, String until) {
        String clinic = oneLine(clinicName);
        return new Letter(
                message,
                address,
                "A message from " + clinic,
                clinic + " has a message for you.\n\nRead it here:\n" + link
                        + "\n\nThe link opens this one message and nothing else, until " + until
                        + ".\nReplies to this e-mail are not read; the page behind the link says how to reach us.\n",
                clinic + " has a message for you: " + link);
    }

    /// To somebody who works here.
    static Letter toStaff(UUID alert, String address, String clinicName, URI link) {
        String clinic = oneLine(clinicName);
        return new Letter(
                alert,
                address,
                clinic + ": somebody waits for an answer",
                "Somebody wrote something after a session that cannot wait, and nobody has taken it on yet.\n\n"
                        + "Look here and take it on:\n" + link + "\n",
                clinic + ": somebody waits for an answer. " + link);
    }

    /// Names come from a form: what could begin another header is taken out.
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
