package org.stipple.clinic.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a form sent.
public record Form(Map<String, List<String>> fields) {

    /// More than anybody types into a field, in characters; a page of text has 3,000.
    private static final int MOST = 20_000;

    /// A browser ends a line with two characters and counts one; here it is one, so that what fits there fits.
    ///
    /// @throws Refusal when a field holds more than a person types
    public Form {
        fields = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        field -> field.getValue().stream().map(Form::lines).toList()));
        fields.forEach((name, values) -> values.forEach(value -> {
            if (value.length() > MOST) {
                throw new Refusal(List.of("“" + name + "” had " + value.length() + " characters, expected at most "
                        + MOST + ". Nothing was changed."));
            }
        }));
    }

    private static String lines(String value) {
        return value.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// The first value of a field, without white space around it.
    ///
    /// @return empty when it is absent or blank
    public Optional<String> text(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// As [#text], but a blank field is refused.
    public String required(String name, String words) {
        return text(name).orElseThrow(() -> new Refusal(List.of("“" + words + "” is empty; please fill it in.")));
    }

    /// All values of a field that are not blank.
    public List<String> texts(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /// What was filled in of the fields whose names begin so, by the rest of their names.
    public Map<String, String> after(String prefix) {
        var filled = new TreeMap<String, String>();
        for (String field : fields.keySet()) {
            if (field.startsWith(prefix)) {
                text(field).ifPresent(words -> filled.put(field.substring(prefix.length()), words));
            }
        }
        return filled;
    }

    /// A whole number.
    public int integer(String name, String words) {
        String text = required(name, words);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new Refusal(List.of("“" + words + "” was " + text + ", expected a whole number."));
        }
    }

    /// The key by which a repeated request has one effect.
    public UUID key() {
        try {
            return UUID.fromString(required("key", "the form's key"));
        } catch (IllegalArgumentException notAKey) {
            throw new Refusal(List.of("This form came without its key. Open the page again; nothing was changed."));
        }
    }

    /// Everything that the form says, in one order, apart from what is only there for the transport.
    /// Passwords are left out, so that not even their hash is kept.
    public String body() {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("_csrf")
                                && !field.getKey().equals("key")
                                && !field.getKey().equals("password"))
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("\n"));
    }
}
