package org.stipple.clinic.web.look;

/// A field of a form with one line of text: `parts/field.jte`.
///
/// @param type `text`, `date`, `number`, `email`, `tel`, `password` …, or `decimal` for a number that comes
///   back as it was typed even where it is none, which a field of the type `number` drops
/// @param unit shown after the field; may be empty
/// @param hint one sentence below the label; may be empty
/// @param error what is wrong and how to mend it; may be empty
/// @param autocomplete the word for the browser, such as `username`; may be empty
public record FieldView(
        String name,
        String label,
        String type,
        String value,
        String unit,
        String hint,
        String error,
        boolean required,
        String autocomplete) {

    /// A field of plain text with nothing special about it.
    public static FieldView text(String name, String label, String value) {
        return new FieldView(name, label, "text", value, "", "", "", false, "");
    }
}
