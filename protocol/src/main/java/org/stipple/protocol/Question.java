package org.stipple.protocol;

import java.util.List;
import org.stipple.protocol.document.Document;

/// A question of an intake form.
///
/// @param fact what its answer answers
/// @param wording for the patient, in plain words
/// @param again how it is asked again before each session
/// @param lasting whether a yes lasts for life, so that it is not asked again
public record Question(Fact fact, String wording, AskAgain again, boolean lasting) {

    /// The words to choose from; empty where the answer is not one of a few words.
    public List<String> choices() {
        return fact.words();
    }

    Document document() {
        return Document.mapping()
                .with("fact", Document.of(fact.path()))
                .with("question", Document.of(wording))
                .with("again", Document.of(again.id()))
                .with("lasting", Document.of(lasting))
                .with(
                        "answer",
                        Document.of(
                                switch (fact.shape()) {
                                    case FLAG -> "yes-or-no";
                                    case ZONES -> "zones";
                                    case DAY -> "date-or-never";
                                    case WORD -> "choice";
                                    case WHOLE -> "whole-number";
                                    case DEPTH -> "millimetres";
                                }))
                .with("choices", Document.texts(choices()));
    }
}
