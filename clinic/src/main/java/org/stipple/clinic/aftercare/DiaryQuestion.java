package org.stipple.clinic.aftercare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is asked at home, in this order, one tap each. Every question can be answered with “I don’t know”,
/// which is never taken for no.
public enum DiaryQuestion {
    PAIN("pain", "none", "little", "much", "worse", DiaryQuestion.UNKNOWN),
    REDNESS("redness", "none", "less", "same", "more", DiaryQuestion.UNKNOWN),
    SWELLING("swelling", "none", "little", "much", "face", DiaryQuestion.UNKNOWN),
    WEEPING("weeping", "no", "clear", "pus", "blood", DiaryQuestion.UNKNOWN),
    FEVER("fever", "no", "yes", DiaryQuestion.UNKNOWN),
    /// Its answers are also `sign:…`, a sign of the knowledge base.
    OTHER("other", DiaryQuestion.NOTHING, DiaryQuestion.WORDS);

    /// How long what somebody writes in their own words may be, in characters.
    public static final int MOST_WORDS = 2000;

    /// That the person does not know.
    static final String UNKNOWN = "unknown";

    /// That there is nothing else.
    static final String NOTHING = "nothing";

    /// That it stands in the person's own words.
    static final String WORDS = "words";

    /// With what the answer begins that names a sign of the knowledge base.
    static final String SIGN = "sign:";

    private final String id;
    private final List<String> answers;

    DiaryQuestion(String id, String... answers) {
        this.id = id;
        this.answers = List.of(answers);
    }

    /// As in addresses, forms, texts and the database.
    public String id() {
        return id;
    }

    /// The answers that are offered, in order.
    public List<String> answers() {
        return answers;
    }

    /// Whether this may be answered.
    boolean takes(String answer) {
        return answers.contains(answer) || this == OTHER && answer.startsWith(SIGN);
    }

    /// @return empty when no question is called so
    public static Optional<DiaryQuestion> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }
}
