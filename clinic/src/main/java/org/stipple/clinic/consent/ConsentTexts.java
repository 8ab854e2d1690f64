package org.stipple.clinic.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stipple.clinic.access.Act;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.AuditTrail;
import org.stipple.clinic.access.ClinicClock;
import org.stipple.clinic.web.words.Tongue;

/// The texts that a clinic lets people sign: versions that are only ever added, each in English and, where the
/// clinic wrote it, in other languages. The newest version is in force.
@Component
public class ConsentTexts {

    /// `design`: four pages; what is longer is read by nobody.
    public static final int LONGEST = 12_000;

    private static final int LONGEST_TITLE = 120;

    private final ConsentTextStore store;
    private final AuditTrail trail;
    private final ClinicClock clock;

    ConsentTexts(ConsentTextStore store, AuditTrail trail, ClinicClock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /// A title and what stands below it.
    public record Wording(String title, String body) {}

    /// A version as it was published.
    ///
    /// @param texts English first
    /// @param by who published it; empty for what Stipple ships
    public record Edition(int version, List<ConsentText> texts, Instant at, Optional<String> by) {}

    /// The version in force in each language that it is written in, English first. Where a clinic has none,
    /// what Stipple ships becomes its version 1.
    @Transactional
    public List<ConsentText> inForce(Purpose purpose) {
        List<ConsentText> newest = store.newest(purpose);
        List<ConsentText> missing = newest.isEmpty() ? ShippedTexts.of(purpose) : missingTwins(purpose, newest);
        if (missing.isEmpty()) {
            return newest;
        }
        missing.forEach(text -> store.insert(text, "", clock.now()));
        return store.newest(purpose);
    }

    /// A text as it was shipped has its twins in the other languages. They are one version: nobody signs again.
    private static List<ConsentText> missingTwins(Purpose purpose, List<ConsentText> newest) {
        if (newest.size() == Tongue.values().length) {
            return List.of();
        }
        var english = newest.getFirst();
        return english.sha256().equals(ShippedTexts.of(purpose, Tongue.ENGLISH).sha256())
                ? ShippedTexts.of(purpose).stream()
                        .filter(twin -> newest.stream().noneMatch(text -> text.tongue() == twin.tongue()))
                        .map(twin ->
                                new ConsentText(purpose, english.version(), twin.tongue(), twin.title(), twin.body()))
                        .toList()
                : List.of();
    }

    /// The text in force in a language.
    ///
    /// @return empty where the clinic has not written it in that language
    @Transactional
    public Optional<ConsentText> inForce(Purpose purpose, Tongue tongue) {
        return inForce(purpose).stream().filter(text -> text.tongue() == tongue).findFirst();
    }

    /// A text exactly as somebody signed it.
    @Transactional
    public ConsentText signed(Consent consent) {
        return store.find(consent.purpose(), consent.version(), consent.tongue())
                .orElseThrow();
    }

    /// All versions, newest first.
    @Transactional
    public List<Edition> editions(Purpose purpose) {
        inForce(purpose);
        return store.editions(purpose);
    }

    /// What Stipple ships, where the clinic's text is another one.
    @Transactional
    public Optional<List<ConsentText>> offered(Purpose purpose) {
        List<ConsentText> shipped = ShippedTexts.of(purpose);
        return same(inForce(purpose), shipped) ? Optional.empty() : Optional.of(shipped);
    }

    private static boolean same(List<ConsentText> some, List<ConsentText> others) {
        return some.stream()
                .map(ConsentText::sha256)
                .toList()
                .equals(others.stream().map(ConsentText::sha256).toList());
    }

    /// Puts a new version in force. Consent to an older one no longer counts from now on, and whoever gave it
    /// waits to be asked again.
    ///
    /// @param spanish empty where the clinic has none in Spanish
    /// @param onTopOf the version that was shown
    /// @return why it was not published, a sentence each; empty when it was
    @Transactional
    public List<String> publish(Purpose purpose, Wording english, Optional<Wording> spanish, int onTopOf) {
        List<ConsentText> before = inForce(purpose);
        int version = before.getFirst().version();
        List<String> wrong = Stream.concat(
                        wrong(english, "English").stream(),
                        spanish.stream().flatMap(wording -> wrong(wording, "Spanish").stream()))
                .toList();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (version != onTopOf) {
            return List.of("The text was changed meanwhile: version " + version
                    + " is in force and is shown below. What you wrote was not published, and still stands there.");
        }
        List<ConsentText> next = Stream.concat(
                        Stream.of(text(purpose, version + 1, Tongue.ENGLISH, english)),
                        spanish.map(wording -> text(purpose, version + 1, Tongue.SPANISH, wording)).stream())
                .toList();
        if (same(before, next)) {
            return List.of("Nothing is different from version " + version + ". Nothing was published.");
        }
        // Who agreed to the older text is found by the database in this transaction, which reads of all people.
        trail.openAll("who agreed to an older text: " + purpose.words());
        trail.note(Act.CHANGE, "text of consent: " + purpose.id() + ", version " + (version + 1));
        next.forEach(text -> store.insert(text, Acting.current().name(), clock.now()));
        return List.of();
    }

    private static ConsentText text(Purpose purpose, int version, Tongue tongue, Wording wording) {
        return new ConsentText(
                purpose,
                version,
                tongue,
                wording.title().strip(),
                wording.body().strip().replace("\r\n", "\n") + "\n");
    }

    private static List<String> wrong(Wording wording, String language) {
        if (wording.title().isBlank() || wording.title().length() > LONGEST_TITLE) {
            return List.of("The title in " + language + " has "
                    + wording.title().strip().length() + " characters, expected 1 to " + LONGEST_TITLE
                    + ". Nothing was published.");
        }
        if (wording.body().isBlank() || wording.body().length() > LONGEST) {
            return List.of("The text in " + language + " has "
                    + wording.body().strip().length() + " characters, expected 1 to " + LONGEST
                    + ". Nothing was published.");
        }
        return List.of();
    }
}
