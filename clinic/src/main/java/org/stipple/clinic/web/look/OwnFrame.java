package org.stipple.clinic.web.look;

import java.util.List;
import java.util.regex.Pattern;
import org.stipple.clinic.web.words.Words;

/// What frames every page that a patient reads on their own phone.
///
/// @param words the texts, in the language of the page
/// @param clinicName whose page it is; empty where it belongs to no clinic
/// @param reach how to reach a person, in the clinic's words; empty where it has not said so
/// @param here the address of the page, for the choice of the language; empty where it cannot be opened again
/// @param tongues the languages that there are, with the one in use
public record OwnFrame(
        Words words,
        String clinicName,
        String reach,
        boolean demo,
        String csrfName,
        String csrfToken,
        String here,
        List<Choice> tongues) {

    /// @param lang as a browser knows it
    /// @param own as those call it who speak it
    public record Choice(String lang, String own, boolean chosen) {}

    /// A telephone number as people write it: at least seven digits, with what stands between them.
    private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d(?:[ ()/.-]{0,2}\\d){6,14}");

    public OwnFrame {
        tongues = List.copyOf(tongues);
    }

    /// The first telephone number among the words, as a telephone dials it; empty where there is none.
    public String dial() {
        var number = TELEPHONE.matcher(reach);
        return number.find() ? number.group().replaceAll("[^+\\d]", "") : "";
    }
}
