package org.stipple.clinic.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences of the knowledge base write days as `2026-11-10`, which is right in a file. On a page a day looks
/// the same wherever it stands.
public final class DaysInText {

    /// Alone: no part of a longer number or name.
    private static final Pattern ISO = Pattern.compile("(?<![\\w./-])\\d{4}-\\d{2}-\\d{2}(?![\\w/-])");

    private DaysInText() {}

    /// The same sentence with its days as [Days#full(LocalDate)] writes them. What is no day of the calendar
    /// stays.
    public static String of(String sentence) {
        return ISO.matcher(sentence).replaceAll(DaysInText::day);
    }

    private static String day(MatchResult found) {
        try {
            return Matcher.quoteReplacement(Days.full(LocalDate.parse(found.group())));
        } catch (DateTimeException noDay) {
            return Matcher.quoteReplacement(found.group());
        }
    }
}
