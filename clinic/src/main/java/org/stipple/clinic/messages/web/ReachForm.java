package org.stipple.clinic.messages.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.messages.web.MessageViews.ReachPage;
import org.stipple.clinic.web.Form;
import org.stipple.clinic.web.Refusal;
import org.stipple.clinic.web.look.Reach;
import org.stipple.clinic.web.look.Telephone;
import org.stipple.clinic.web.words.Tongue;

/// How people reach the clinic, as the form says it.
final class ReachForm {

    /// `design`: three lines of a telephone's screen, so that the bar which holds them leaves room for the
    /// page.
    private static final int MOST = 300;

    /// As it is dialled; nothing, where the clinic states none.
    private static final String EMERGENCY = "([+0-9][0-9 ]{1,18}[0-9])?";

    private ReachForm() {}

    /// The number for emergencies.
    ///
    /// @throws Refusal when it is none
    static String emergency(Form form) {
        String emergency = form.text("emergency").orElse("");
        if (!emergency.matches(EMERGENCY)) {
            throw new Refusal(List.of("“Emergency number” was “" + emergency
                    + "”, expected a number as it is dialled where you are, or nothing. Nothing was kept."));
        }
        return emergency;
    }

    /// @throws Refusal when the telephone is none, is not said, or the words are too long
    static Reach.Stated read(Form form) {
        var problems = new ArrayList<String>();
        String number = form.text("telephone").orElse("");
        boolean none = form.text("none").isPresent();
        if (number.isEmpty() && !none) {
            problems.add("“Telephone” is empty. Fill it in, or say that there is none.");
        } else if (!number.isEmpty() && none) {
            problems.add("“Telephone” has a number, and it says that there is none. Leave one of both.");
        } else if (!number.isEmpty() && !Telephone.isOne(number)) {
            problems.add(
                    "“Telephone” was “" + number + "”, expected a number alone: digits, spaces, +, - and parentheses,"
                            + " such as +49 30 1234567 without a zero in parentheses. Hours belong below.");
        }
        var words = new EnumMap<Tongue, String>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            form.text("words-" + tongue.lang()).ifPresent(said -> {
                if (said.length() > MOST) {
                    problems.add("The words in " + tongue.own() + " had " + said.length()
                            + " characters, expected at most " + MOST + ".");
                }
                words.put(tongue, said);
            });
        }
        if (none && words.isEmpty()) {
            problems.add("Without a telephone, say in words how people reach somebody.");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new Reach.Stated(
                Optional.of(number).filter(one -> !one.isEmpty()).map(Telephone::new), words);
    }

    static ReachPage page(Reach reach, String emergency, String done, UUID key) {
        return switch (reach) {
            case Reach.Unsaid() -> new ReachPage(done, List.of(), "", "", false, "", "", emergency, key);
            case Reach.InOneText(String text) ->
                new ReachPage(done, List.of(), text, "", false, "", "", emergency, key);
            case Reach.Stated stated ->
                new ReachPage(
                        done,
                        List.of(),
                        "",
                        stated.number(),
                        stated.telephone().isEmpty(),
                        stated.words().getOrDefault(Tongue.ENGLISH, ""),
                        stated.words().getOrDefault(Tongue.SPANISH, ""),
                        emergency,
                        key);
        };
    }

    /// What was typed, with what is to be mended.
    static ReachPage page(Form form, List<String> problems, Reach reach, UUID key) {
        return new ReachPage(
                "",
                problems,
                page(reach, "", "", key).before(),
                form.text("telephone").orElse(""),
                form.text("none").isPresent(),
                form.text("words-en").orElse(""),
                form.text("words-es").orElse(""),
                form.text("emergency").orElse(""),
                key);
    }
}
