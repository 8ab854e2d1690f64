package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How a question is asked again before each session, when it was answered on an earlier day.
///
/// Source: `design`. The list of a same-day recheck in use (cold sore, tan, isotretinoin, pregnancy, new
/// medicine, active acne or infection) names what a single day can change; the rest is read out together.
public enum AskAgain {
    /// By itself each time: a single day can change it.
    ONE_BY_ONE("one-by-one"),
    /// In one question for what is new since the day of the answers.
    WITH_WHAT_IS_NEW("with-what-is-new");

    private final String id;

    AskAgain(String id) {
        this.id = id;
    }

    /// The identifier in the knowledge base: `with-what-is-new`.
    public String id() {
        return id;
    }

    /// @return empty when none has this identifier
    static Optional<AskAgain> find(String id) {
        return Arrays.stream(values()).filter(again -> again.id.equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(AskAgain::id).toList();
    }
}
