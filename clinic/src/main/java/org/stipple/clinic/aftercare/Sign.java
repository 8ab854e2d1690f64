package org.stipple.clinic.aftercare;

import org.stipple.protocol.RedFlag;

/// Something that somebody of the clinic has to answer.
///
/// @param id of a red flag of the knowledge base, or [#STRONG_PAIN], [#SWOLLEN_FAST], [#SWOLLEN_STILL],
///   [#OWN_WORDS], [#NOT_KNOWN]
/// @param call who is called
/// @param minutes in which somebody must have answered; 0 for at once
public record Sign(String id, RedFlag.Call call, int minutes) {

    /// Strong pain, or more than the day before. `design`: no source expects it (healing.yaml knows tightness
    /// and burning).
    public static final String STRONG_PAIN = "strong-pain";

    /// Much swelling on the day of the session, after the hours in which the knowledge base calls a swollen
    /// face an emergency. `design`: it expects swelling as after a sunburn, and is silent about more.
    public static final String SWOLLEN_FAST = "swollen-fast";

    /// Much swelling after the days in which it is expected.
    public static final String SWOLLEN_STILL = "swollen-still";

    /// What the person wrote in their own words: a machine does not judge it, so somebody reads it.
    public static final String OWN_WORDS = "own-words";

    /// Somebody who does not know whether they have a fever may have one.
    public static final String NOT_KNOWN = "not-known";

    static Sign of(RedFlag flag) {
        return new Sign(flag.id(), flag.call(), flag.answerWithinMinutes());
    }
}
