package org.stipple.clinic.outcome.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.stipple.clinic.outcome.MeasuredPair;
import org.stipple.clinic.outcome.StoredReading;
import org.stipple.clinic.web.look.ReadingView;
import org.stipple.clinic.web.look.ReadingView.Outcome;

/// How readings look.
final class ReadingLooks {

    private static final MathContext SHOWN = new MathContext(3);

    private ReadingLooks() {}

    static List<ReadingView> of(MeasuredPair pair) {
        return pair.readings().stream().map(ReadingLooks::view).toList();
    }

    private static ReadingView view(StoredReading reading) {
        return new ReadingView(
                words(reading.metric()),
                reading.unit().equals("1") ? "" : reading.unit(),
                reading.before().map(ReadingLooks::number).orElse(""),
                reading.after().map(ReadingLooks::number).orElse(""),
                reading.after()
                        .flatMap(after -> reading.before().map(after::subtract))
                        .map(ReadingLooks::signed)
                        .orElse(""),
                reading.sdc95().map(limit -> "± " + number(limit)).orElse(""),
                reading.verdict().map(ReadingLooks::outcome).orElse(Outcome.BASELINE),
                reading.why().orElse(""));
    }

    private static Outcome outcome(String verdict) {
        return switch (verdict) {
            case "improved" -> Outcome.IMPROVED;
            case "worse" -> Outcome.WORSE;
            case "no-detectable-change" -> Outcome.SAME;
            default -> Outcome.NOT_MEASURABLE;
        };
    }

    static String words(String metric) {
        String words = metric.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String number(BigDecimal value) {
        return value.round(SHOWN).stripTrailingZeros().toPlainString().replace('-', '−');
    }

    static String signed(BigDecimal value) {
        return (value.signum() > 0 ? "+" : "") + number(value);
    }
}
