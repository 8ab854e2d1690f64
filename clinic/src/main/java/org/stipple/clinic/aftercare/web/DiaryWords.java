package org.stipple.clinic.aftercare.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stipple.clinic.aftercare.AnswerWords;
import org.stipple.clinic.aftercare.DiaryEntry;
import org.stipple.clinic.aftercare.Sign;
import org.stipple.clinic.aftercare.Triage;
import org.stipple.clinic.aftercare.web.ConcernViews.Answered;
import org.stipple.clinic.web.words.Tongue;
import org.stipple.clinic.web.words.Words;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.RedFlag;

/// What people wrote and what it is a sign of, in the words of the staff.
@Component
class DiaryWords {

    private final Triage triage;
    private final Words words = Words.in(Tongue.ENGLISH);

    DiaryWords(Knowledge knowledge) {
        this.triage = new Triage(knowledge);
    }

    List<Answered> answers(DiaryEntry entry) {
        return entry.standing().values().stream()
                .map(given -> new Answered(
                        AnswerWords.question(given.question(), words), AnswerWords.given(given, words, triage)))
                .toList();
    }

    /// What it is, for a professional.
    String sign(Sign sign) {
        return triage.find(sign.id())
                .map(RedFlag::sign)
                .orElse(
                        switch (sign.id()) {
                            case Sign.STRONG_PAIN -> "Strong pain, or more than the day before";
                            case Sign.SWOLLEN_FAST -> "Much swelling on the day of the session";
                            case Sign.SWOLLEN_STILL -> "Much swelling after the days in which it is expected";
                            case Sign.OWN_WORDS -> "Written in their own words";
                            case Sign.NOT_KNOWN -> "Does not know the answer to a question";
                            default -> sign.id();
                        });
    }

    /// What the knowledge base says to do; empty where it does not list the sign.
    String todo(Sign sign) {
        return triage.find(sign.id())
                .map(flag -> flag.todo() + (flag.avoid().isEmpty() ? "" : " Avoid: " + flag.avoid()))
                .orElse("");
    }

    static String call(RedFlag.Call call) {
        return switch (call) {
            case EMERGENCY -> "Emergency: the person was told to call the emergency number";
            case CLINICIAN_TODAY -> "A clinician the same day; the person was told to call";
            case CLINICIAN -> "A clinician looks at it";
        };
    }
}
