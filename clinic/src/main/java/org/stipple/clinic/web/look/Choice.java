package org.stipple.clinic.web.look;

/// A question with the answers yes, no and "I don't know": `parts/question.jte`.
///
/// @param name name of the form field; its values are `true`, `false` and `unknown`
/// @param question the whole question
/// @param hint one more sentence, or empty
/// @param answer `true`, `false`, `unknown`, or empty when it was not asked yet
/// @param error what is wrong with the answer, or empty
public record Choice(String name, String question, String hint, String answer, String error) {}
