package org.stipple.acceptance;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was sent, and what the program said to it: to be compared with what it has.
final class Ledger {

    /// One person to be written down.
    ///
    /// @param batch begins the name of everybody of one writer in one round
    /// @param key by which a repeated request has one effect
    record Entry(String batch, int number, UUID key) implements Comparable<Entry> {

        String familyName() {
            return batch + String.format(java.util.Locale.ROOT, "%04d", number);
        }

        Map<String, String> form() {
            return Map.of(
                    "key", key.toString(),
                    "version", "0",
                    "givenName", "Ledger",
                    "familyName", familyName(),
                    "birthDate", "1990-04-23",
                    "sex", "other");
        }

        /// As [#form], with the word that this is not the person of the same name who is there already.
        Map<String, String> formOfAnother() {
            var form = new TreeMap<>(form());
            form.put("another", "yes");
            return form;
        }

        @Override
        public int compareTo(Entry other) {
            return familyName().compareTo(other.familyName());
        }
    }

    private static final Pattern PERSON =
            Pattern.compile("href=\"(/people/[0-9a-f-]{36})\".{0,400}?(R\\d+W\\d+N\\d{4})", Pattern.DOTALL);
    private static final int LONGEST_LIST = 100;

    private final Map<Entry, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<Entry, Boolean> inDoubt = new ConcurrentHashMap<>();

    /// Sends an entry, and notes the address of the person if it is acknowledged. Without an answer it stays in
    /// doubt.
    void write(Entry entry, Client client) throws IOException {
        inDoubt.put(entry, true);
        acknowledgement(client.post("/people", entry.form())).ifPresent(person -> {
            acknowledged.put(entry, person);
            inDoubt.remove(entry);
        });
    }

    /// Notes an acknowledgement as if it had been given.
    void fabricate(Entry entry, String person) {
        acknowledged.put(entry, person);
    }

    void forget(Entry entry) {
        acknowledged.remove(entry);
    }

    private static Optional<String> acknowledgement(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(location -> answer.statusCode() == 303 && location.matches("/people/[0-9a-f-]{36}"));
    }

    int size() {
        return acknowledged.size();
    }

    /// How many requests are without an answer.
    int doubts() {
        return inDoubt.size();
    }

    /// Sends again what is in doubt, under the same keys, and every seventh that was acknowledged.
    ///
    /// @return what was answered otherwise than before, one line each
    List<String> repeat(Client client) throws IOException {
        var otherwise = new ArrayList<String>();
        for (var known : new TreeMap<>(acknowledged).entrySet()) {
            if (known.getKey().number() % 7 == 0) {
                var again =
                        acknowledgement(client.post("/people", known.getKey().form()));
                if (!again.equals(Optional.of(known.getValue()))) {
                    otherwise.add(known.getKey() + " led to " + known.getValue() + " and then to " + again);
                }
            }
        }
        for (Entry entry : new TreeSet<>(inDoubt.keySet())) {
            write(entry, client);
            if (inDoubt.containsKey(entry)) {
                otherwise.add(entry + " was not taken when it was repeated");
            }
        }
        return otherwise;
    }

    /// What was acknowledged and is not there exactly once at the address that was given, one line each.
    List<String> broken(Client client) throws IOException {
        var there = new TreeMap<String, List<String>>();
        for (String batch :
                new TreeSet<>(acknowledged.keySet().stream().map(Entry::batch).toList())) {
            there.putAll(people(client, batch));
        }
        var broken = new ArrayList<String>();
        for (var known : new TreeMap<>(acknowledged).entrySet()) {
            String name = known.getKey().familyName();
            var found = there.getOrDefault(name, List.of());
            if (!found.equals(List.of(known.getValue()))) {
                broken.add(name + ": acknowledged as " + known.getValue() + ", there " + found);
            }
        }
        return broken;
    }

    private static Map<String, List<String>> people(Client client, String batch) throws IOException {
        var answer = client.get("/people?q=" + URLEncoder.encode(batch, StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException("the list of people was answered with " + answer.statusCode());
        }
        var people = new TreeMap<String, List<String>>();
        int lines = 0;
        for (Matcher person = PERSON.matcher(answer.body()); person.find(); lines++) {
            people.computeIfAbsent(person.group(2), _ -> new ArrayList<>()).add(person.group(1));
        }
        if (lines >= LONGEST_LIST) {
            throw new IllegalStateException("the list of " + batch + " may be cut short: write fewer in one round");
        }
        return people;
    }
}
