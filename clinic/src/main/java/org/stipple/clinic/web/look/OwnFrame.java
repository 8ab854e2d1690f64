package org.stipple.clinic.web.look;

import java.util.List;
import org.stipple.clinic.web.words.Words;

/// What frames every page that a patient reads on their own phone.
///
/// @param words the texts, in the language of the page
/// @param clinicName whose page it is; empty where it belongs to no clinic
/// @param reach how to reach a person of the clinic
/// @param reopens whether the page can be opened again by its address, in another language
/// @param tongues the languages that there are, with the one in use
public record OwnFrame(
        Words words, String clinicName, Reach reach, boolean demo, boolean reopens, List<Choice> tongues) {

    /// @param lang as a browser knows it
    /// @param own as those call it who speak it
    public record Choice(String lang, String own, boolean chosen) {}

    public OwnFrame {
        tongues = List.copyOf(tongues);
    }

    /// The clinic's number as a telephone dials it; empty where none is known.
    public String dial() {
        return reach.dial();
    }
}
