package org.stipple.clinic.messages;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.stipple.clinic.database.CannotStart;

/// How messages leave: `messages.properties` in the data directory. What is not set there is not sent, and the
/// page of messages says so. A file that cannot be used ends the start.
///
/// @param baseUrl the address under which people reach the server: links begin with it
/// @param mail the mail server
/// @param sms the gateway for text messages
record MessageSettings(Optional<URI> baseUrl, Optional<Mail> mail, Optional<Sms> sms) {

    static final String FILE = "messages.properties";

    private static final Set<String> KNOWN = Set.of(
            "base-url",
            "smtp.host",
            "smtp.port",
            "smtp.starttls",
            "smtp.user",
            "smtp.password-file",
            "smtp.from",
            "sms.url",
            "sms.headers-file",
            "sms.template");

    /// A mail server.
    ///
    /// @param startTls false only for a server on this machine
    record Mail(String host, int port, boolean startTls, Optional<Login> login, String from) {}

    /// How to sign in there.
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /// A gateway that takes a POST with JSON.
    ///
    /// @param headers names and values in turn
    /// @param template JSON in which `{number}` and `{text}` stand within quotes
    record Sms(URI url, List<String> headers, String template) {
        Sms {
            headers = List.copyOf(headers);
        }

        @Override
        public String toString() {
            return url.toString();
        }
    }

    /// Reads the file; there need be none.
    ///
    /// @param fallback the address that the server was told on the command line
    /// @throws CannotStart naming the setting, what it was and what was expected
    static MessageSettings read(Path file, Optional<URI> fallback) {
        if (Files.notExists(file)) {
            return new MessageSettings(fallback, Optional.empty(), Optional.empty());
        }
        var settings = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CannotStart("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        return new Reading(file, settings).settings(fallback);
    }

    private record Reading(Path file, Properties settings) {

        MessageSettings settings(Optional<URI> fallback) {
            for (String name : settings.stringPropertyNames()) {
                if (!KNOWN.contains(name)) {
                    throw wrong(
                            name,
                            "not known here",
                            "one of "
                                    + String.join(", ", KNOWN.stream().sorted().toList()));
                }
            }
            Optional<URI> base =
                    text("base-url").map(address -> web("base-url", address)).or(() -> fallback);
            return new MessageSettings(
                    base, text("smtp.host").map(this::mail), text("sms.url").map(this::sms));
        }

        private Mail mail(String host) {
            boolean startTls = switch (text("smtp.starttls").orElse("required")) {
                case "required" -> true;
                case "off" -> false;
                default -> throw wrong("smtp.starttls", text("smtp.starttls").orElse(""), "required or off");
            };
            if (!startTls && !isLoopback(host)) {
                throw wrong("smtp.starttls", "off for " + host, "required, or a mail server on this machine");
            }
            int port = text("smtp.port").map(this::port).orElse(587);
            String from =
                    text("smtp.from").orElseThrow(() -> wrong("smtp.from", "missing", "the address of the clinic"));
            if (!from.matches("[^\\s@<>,]+@[^\\s@<>,]+")) {
                throw wrong("smtp.from", from, "one address such as clinic@example.org");
            }
            return new Mail(host, port, startTls, text("smtp.user").map(this::login), from);
        }

        private Login login(String user) {
            return new Login(user, secret("smtp.password-file").strip());
        }

        private int port(String text) {
            try {
                int port = Integer.parseInt(text);
                if (port >= 1 && port <= 65_535) {
                    return port;
                }
            } catch (NumberFormatException notANumber) {
                throw wrong("smtp.port", text, "1..65535");
            }
            throw wrong("smtp.port", text, "1..65535");
        }

        private Sms sms(String address) {
            URI url = web("sms.url", address);
            var headers = new ArrayList<String>();
            if (text("sms.headers-file").isPresent()) {
                for (String line : secret("sms.headers-file").lines().toList()) {
                    int colon = line.indexOf(':');
                    if (!line.isBlank() && colon < 1) {
                        throw wrong("sms.headers-file", "a line without a colon", "Name: value on each line");
                    }
                    if (colon > 0) {
                        headers.add(line.substring(0, colon).strip());
                        headers.add(line.substring(colon + 1).strip());
                    }
                }
            }
            String template = text("sms.template").orElse("{\"to\":\"{number}\",\"text\":\"{text}\"}");
            if (!template.contains("{number}") || !template.contains("{text}")) {
                throw wrong("sms.template", template, "JSON with {number} and {text}");
            }
            return new Sms(url, headers, template);
        }

        private URI web(String name, String address) {
            try {
                URI url = URI.create(address);
                if (url.getHost() != null
                        && ("https".equals(url.getScheme())
                                || "http".equals(url.getScheme()) && isLoopback(url.getHost()))) {
                    return url;
                }
            } catch (IllegalArgumentException notAnAddress) {
                throw wrong(name, address, "an https address");
            }
            throw wrong(name, address, "an https address (http only for this machine)");
        }

        /// What others of this machine can read is no secret.
        private String secret(String name) {
            Path secret = file.resolveSibling(
                    text(name).orElseThrow(() -> wrong(name, "missing", "a file that only its owner can read")));
            try {
                var permissions = Files.getPosixFilePermissions(secret);
                if (permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    throw wrong(
                            name,
                            "readable for others",
                            "a file that only its owner can read (chmod 600 " + secret + ")");
                }
                return Files.readString(secret);
            } catch (IOException unreadable) {
                throw wrong(name, "not readable: " + secret, "a file that only its owner can read");
            }
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(settings.getProperty(name))
                    .map(String::strip)
                    .filter(words -> !words.isEmpty());
        }

        private CannotStart wrong(String name, String was, String expected) {
            return new CannotStart(file + ": " + name + " was " + was + ", expected " + expected);
        }

        private static boolean isLoopback(String host) {
            try {
                return InetAddress.getByName(host).isLoopbackAddress();
            } catch (UnknownHostException unknown) {
                return false;
            }
        }
    }
}
