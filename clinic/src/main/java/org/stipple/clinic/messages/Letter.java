package org.stipple.clinic.messages;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stipple.clinic.web.paper.CalendarFile;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What leaves the clinic: its name and a link, and nothing of why.
///
/// @param message the same at every attempt, so that a repeated one can be told as such
/// @param text of an e-mail
/// @param shortText of a text message
/// @param change what goes with an e-mail, for the person's calendar
record Letter(
        UUID message,
        String address,
        String subject,
        String text,
        String shortText,
        Optional<CalendarFile.Change> change) {

    /// To somebody whose record the clinic keeps, in every language: which of them they read is not known.
    ///
    /// @param until the last day of the link
    static Letter toPerson(
            UUID message,
            String address,
            String clinicName,
            URI link,
            LocalDate until,
            Optional<CalendarFile.Change> change) {
        String clinic = oneLine(clinicName);
        return new Letter(
                message,
                address,
                inEvery(" / ", words -> words.of("mail.subject", clinic)),
                inEvery("\n\n", words -> words.of("mail.text", clinic, link, words.day(until))),
                inEvery(" / ", words -> words.of("mail.short", clinic)) + ": " + link,
                change);
    }

    private static String inEvery(String between, Function<Words, String> said) {
        return Arrays.stream(Tongue.values()).map(Words::in).map(said).collect(Collectors.joining(between));
    }

    /// To somebody who works here.
    static Letter toStaff(UUID alert, String address, String clinicName, URI link) {
        String clinic = oneLine(clinicName);
        return new Letter(
                alert,
                address,
                clinic + ": somebody waits for an answer",
                "Somebody wrote something after a session that cannot wait. When this was sent, nobody had taken it on.\n\n"
                        + "Look here:\n" + link + "\n",
                clinic + ": somebody waits for an answer. " + link,
                Optional.empty());
    }

    /// Names come from a form: what could begin another header is taken out.
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
