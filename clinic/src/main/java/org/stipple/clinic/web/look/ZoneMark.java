package org.stipple.clinic.web.look;

import java.util.OptionalDouble;

/// What a map says of one zone.
///
/// @param state how it is drawn
/// @param value the number that gives its colour, when `state` is `VALUE`
/// @param words the number or word written on it; may be empty
/// @param spoken more for a screen reader: `1.5 mm, done`; may be empty
/// @param href where a tap leads; may be empty
/// @param dotsPerCm2 density drawn as real dots, per square centimetre of the drawing; 0 for none
public record ZoneMark(
        ZoneShape.State state, OptionalDouble value, String words, String spoken, String href, double dotsPerCm2) {

    /// Only a state.
    public static ZoneMark of(ZoneShape.State state) {
        return new ZoneMark(state, OptionalDouble.empty(), "", "", "", 0);
    }

    /// A value of a scale, with its words.
    public static ZoneMark of(double value, String words, String spoken) {
        return new ZoneMark(ZoneShape.State.VALUE, OptionalDouble.of(value), words, spoken, "", 0);
    }

    /// This, with a place to go to.
    public ZoneMark to(String href) {
        return new ZoneMark(state, value, words, spoken, href, dotsPerCm2);
    }

    /// This, with density drawn as dots.
    public ZoneMark dotted(double perCm2) {
        return new ZoneMark(state, value, words, spoken, href, perCm2);
    }
}
