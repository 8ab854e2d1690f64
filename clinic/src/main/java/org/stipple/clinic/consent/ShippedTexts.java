package org.stipple.clinic.consent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stipple.clinic.web.words.Tongue;

/// The texts that a clinic starts with, each in every language. Each clinic is to have them read by its own
/// lawyer and to publish its own versions. A newer release of Stipple changes nothing of what a clinic has in
/// force: it offers.
final class ShippedTexts {

    private static final Map<Purpose, List<ConsentText>> ALL = Arrays.stream(Purpose.values())
            .collect(Collectors.toUnmodifiableMap(
                    purpose -> purpose,
                    purpose -> Arrays.stream(Tongue.values())
                            .map(tongue -> read(purpose, tongue))
                            .toList()));

    private ShippedTexts() {}

    private static ConsentText read(Purpose purpose, Tongue tongue) {
        String file = purpose.id() + "_" + tongue.lang() + ".txt";
        try (InputStream stored = Objects.requireNonNull(ShippedTexts.class.getResourceAsStream(file), file)) {
            String[] parts = new String(stored.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new ConsentText(purpose, 1, tongue, parts[0].strip(), parts[1]);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /// English first.
    static List<ConsentText> of(Purpose purpose) {
        return Objects.requireNonNull(ALL.get(purpose));
    }

    static ConsentText of(Purpose purpose, Tongue tongue) {
        return of(purpose).stream()
                .filter(text -> text.tongue() == tongue)
                .findFirst()
                .orElseThrow();
    }
}
