package org.stipple.clinic.outcome.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.web.Sentence;
import org.stipple.clinic.web.look.ReadingView;
import org.stipple.clinic.web.look.ReadingView.Outcome;
import org.stipple.imaging.MeasurementWords;

/// How readings look.
final class ReadingLooks {

    private static final MathContext SHOWN = new MathContext(3);

    private ReadingLooks() {}

    static List<ReadingView> of(MeasuredPair pair) {
        return pair.readings().stream().map(ReadingLooks::view).toList();
    }

    static ReadingView view(StoredReading reading) {
        return new ReadingView(
                words(reading.metric()),
                MeasurementWords.unit(reading.unit()),
                reading.before().map(ReadingLooks::number).orElse(""),
                reading.after().map(ReadingLooks::number).orElse(""),
                reading.after()
                        .flatMap(after -> reading.before().map(after::subtract))
                        .map(ReadingLooks::signed)
                        .orElse(""),
                reading.sdc95().map(limit -> "± " + number(limit)).orElse(""),
                outcome(reading),
                outcome(reading) == Outcome.NEITHER ? "" : reading.why().orElse(""));
    }

    static Outcome outcome(StoredReading reading) {
        return reading.verdict()
                .map(verdict -> switch (verdict) {
                    case "improved" -> Outcome.IMPROVED;
                    case "worse" -> Outcome.WORSE;
                    case "no-detectable-change" -> Outcome.SAME;
                    // With numbers it was read, and only what they mean is not said.
                    default -> reading.after().isPresent() ? Outcome.NEITHER : Outcome.NOT_MEASURABLE;
                })
                .orElse(Outcome.BASELINE);
    }

    static String words(String metric) {
        String words = plain(metric);
        return Sentence.beginning(words);
    }

    /// Within a sentence: `erythema index`.
    static String plain(String metric) {
        return AboutCourse.metric(metric).map(MeasurementWords::of).orElse(metric.replace('-', ' '));
    }

    static String number(BigDecimal value) {
        return value.round(SHOWN).stripTrailingZeros().toPlainString().replace('-', '−');
    }

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + number(value);
    }
}
