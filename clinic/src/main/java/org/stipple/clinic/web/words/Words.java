package org.stipple.clinic.web.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of the pages for patients, in one language. A key begins with its area, `diary.pain`, and stands in
/// the file of that area, `diary_es.properties`. There is no falling back to another language: a warning in a
/// language that somebody does not read is no warning.
public final class Words {

    private static final Map<Tongue, Words> ALL = new ConcurrentHashMap<>();

    private final Tongue tongue;
    private final Map<String, Properties> areas = new ConcurrentHashMap<>();

    private Words(Tongue tongue) {
        this.tongue = tongue;
    }

    public static Words in(Tongue tongue) {
        return ALL.computeIfAbsent(tongue, Words::new);
    }

    public Tongue tongue() {
        return tongue;
    }

    /// For the attribute `lang` of a page.
    public String lang() {
        return tongue.lang();
    }

    /// The text of a key.
    ///
    /// @param with what stands for `{0}`, `{1}` …, numbers in the writing of the language
    /// @throws IllegalArgumentException when there is no such key: a fault of the program, which its tests find
    public String of(String key, Object... with) {
        int dot = key.indexOf('.');
        String text = dot < 0 ? null : area(key.substring(0, dot)).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + tongue.own());
        }
        return new MessageFormat(text, tongue.locale()).format(with);
    }

    Properties area(String area) {
        return areas.computeIfAbsent(area, this::read);
    }

    private Properties read(String area) {
        String file = "/org/stipple/clinic/words/" + area + "_" + tongue.lang() + ".properties";
        var texts = new Properties();
        try (var in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A day, with its year: `12 December 2026`, `12 de diciembre de 2026`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(place())
                .format(day);
    }

    /// A moment at the clinic's place, the day with its weekday: `Saturday, 12 December 2026, 14:05`.
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                        .withLocale(place())
                        .format(at.atZone(zone))
                + ", " + DateTimeFormatter.ofPattern("HH:mm", place()).format(at.atZone(zone));
    }

    /// A number with the language's decimal sign: `1.5`, `1,5`.
    public String number(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(place());
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /// English with the day before the month, as on every page.
    private java.util.Locale place() {
        return switch (tongue) {
            case ENGLISH -> java.util.Locale.UK;
            case SPANISH -> tongue.locale();
        };
    }
}
