package org.stipple.clinic.messages;

import java.util.Arrays;
import java.util.Optional;
import org.stipple.clinic.patient.PatientDetails;

/// How a message leaves the clinic.
public enum Channel {
    EMAIL("email", "e-mail"),
    SMS("sms", "text message");

    private final String id;
    private final String words;

    Channel(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /// The word in the tables: `email`.
    public String id() {
        return id;
    }

    /// As a person reads it: `text message`.
    public String words() {
        return words;
    }

    /// What is written down about a person for this channel, in the form in which it is used; empty where nothing
    /// usable is.
    public Optional<String> addressOf(PatientDetails details) {
        return switch (this) {
            case EMAIL -> details.email().map(String::strip).filter(Channel::isAddress);
            case SMS ->
                details.phone()
                        .map(number -> number.replaceAll("[\\s()./-]", ""))
                        .filter(number -> number.matches("\\+?[0-9]{6,15}"));
        };
    }

    /// One address and nothing that a mail server could take for more. Whether anybody reads it, only the
    /// person knows.
    private static boolean isAddress(String text) {
        return text.length() <= 254 && text.matches("[^\\s@,;:<>\"()\\[\\]\\\\\\p{Cntrl}]+@[A-Za-z0-9.-]+");
    }

    /// @return empty when no channel has this identifier
    public static Optional<Channel> find(String id) {
        return Arrays.stream(values()).filter(channel -> channel.id.equals(id)).findFirst();
    }
}
