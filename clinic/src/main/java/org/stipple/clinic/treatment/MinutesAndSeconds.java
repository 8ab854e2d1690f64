package org.stipple.clinic.treatment;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A short time as it is read off a watch: `2:05` is two minutes and five seconds.
public final class MinutesAndSeconds {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):([0-5]\\d)");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,5}");

    private MinutesAndSeconds() {}

    /// `2:05`; rounded to whole seconds.
    public static String words(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }

    /// Reads `2:05`, or whole seconds such as `125`.
    ///
    /// @return empty where it is neither
    public static Optional<Duration> read(String typed) {
        var clock = CLOCK.matcher(typed);
        if (clock.matches()) {
            return Optional.of(
                    Duration.ofSeconds(60L * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2))));
        }
        return SECONDS.matcher(typed).matches()
                ? Optional.of(Duration.ofSeconds(Integer.parseInt(typed)))
                : Optional.empty();
    }
}
