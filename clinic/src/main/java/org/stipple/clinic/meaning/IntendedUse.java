package org.stipple.clinic.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.stipple.clinic.access.Sha256;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;

/// What automated words about symptoms are for, and what not: for whoever turns them on, and in every sentence
/// that a person can read. A clinic turns on exactly these texts: other ones are off until somebody has read
/// them.
public final class IntendedUse {

    /// Every text that a person may read.
    static final List<String> KEYS = List.of(
            "meaning.title",
            "meaning.line.sign",
            "meaning.line.looked",
            "meaning.line.more",
            "meaning.silence",
            "meaning.purpose");

    private static final List<String> FOR_THE_CLINIC = List.of(
            "For people of this clinic after a session of microneedling without radio-frequency, who read English or"
                    + " Spanish. The sentences stand on their own page, under what they answered, and nowhere else.",
            "They say of a single answer that it is more than is usual on that day, or that it is a sign and the clinic was"
                    + " told. They hold the answers against what the knowledge base expects of redness and swelling by day,"
                    + " and against its list of signs. Of no answer do they say that it is usual, and of nobody that they"
                    + " are well.",
            "They are no diagnosis and no advice on treatment, and they decide nothing. The diary, which signs reach whom"
                    + " and how soon, and the way to reach a person are the same with them and without them.",
            "They are made from taps alone: no photo and no reading goes into them, and what somebody typed is repeated and"
                    + " not judged. Beside an emergency they are silent, so that nobody reads anything but the number to call.",
            "They have not been clinically validated. Words for patients about what a symptom means are not among what the"
                    + " guidance of the FDA on clinical decision support leaves unregulated: its third criterion is for"
                    + " professionals alone. Whether they may be used at your place is for you to know before you turn them"
                    + " on.");

    private IntendedUse() {}

    /// For whoever turns it on, a paragraph each.
    public static List<String> forTheClinic() {
        return FOR_THE_CLINIC;
    }

    /// What a person may read, in a language; where a question, an answer and a day stand, `…`.
    public static List<String> forThePerson(Tongue tongue) {
        return KEYS.stream().map(key -> Words.in(tongue).of(key, "…", "…", "…")).toList();
    }

    /// Of all of it together.
    public static String sha256() {
        return Sha256.hex(String.join("\n", FOR_THE_CLINIC) + "\n"
                + Arrays.stream(Tongue.values())
                        .flatMap(tongue -> forThePerson(tongue).stream())
                        .collect(Collectors.joining("\n")));
    }
}
