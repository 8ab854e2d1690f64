package org.stipple.clinic.web.look;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stipple.clinic.aftercare.web.ConcernViews;
import org.stipple.clinic.meaning.web.MeaningViews;

/// What the staff reads of a diary, for the gallery.
final class DiarySamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private DiarySamples() {}

    private static ConcernViews.SentPhotos sent(String withheld) {
        return new ConcernViews.SentPhotos(
                List.of(new ConcernViews.SentPhoto(
                        "/static/sample-before.svg", 600, 800, "Photo from home, sent 22 Nov 2026, 22:00")),
                withheld);
    }

    private static List<ConcernViews.Answered> answers() {
        return List.of(new ConcernViews.Answered("Does it hurt?", "A lot"));
    }

    static ConcernViews.ConcernPage concern() {
        return new ConcernViews.ConcernPage(
                "p",
                "c",
                "Ines Okafor",
                "030 1234567",
                "Spreading redness, warmth, pus or fever",
                "A clinician the same day",
                true,
                "Session 1, 20 Nov 2026",
                "22 Nov 2026, 23:00",
                answers(),
                sent(""),
                List.of("22 Nov 2026, 22:00: told by the person"),
                "To a clinician the same day.",
                true,
                false,
                List.of("c:1"),
                "1",
                List.of(new ConcernViews.ConcernLine(
                        "/concerns/p/d", "Strong pain", "22 Nov 2026, 21:40", "23:40", "open", false, false)),
                KEY,
                KEY,
                List.of(new ConcernViews.Outcome("spoke", "spoke with the person", true)),
                "/people/p/sessions/s/diary",
                "/people/p/adverse/new",
                "",
                List.of("“What was said and done” is empty."));
    }

    static ConcernViews.DiaryPage diary() {
        return new ConcernViews.DiaryPage(
                "p",
                "Ines Okafor",
                "s",
                "Session 1 of 20 Nov 2026",
                KEY,
                Optional.empty(),
                "",
                List.of(new ConcernViews.LinkLine("l", "given 20 Nov 2026, 10:00 by Dr. Amara Nowak", KEY)),
                List.of(new ConcernViews.EntryLine(
                        "22 Nov 2026, 22:00",
                        answers(),
                        sent("2 photos that came with it are kept and not shown."),
                        List.of(new ConcernViews.RaisedLine("Strong pain", "/concerns/p/c", true)))));
    }

    static MeaningViews.MeaningPage meaning() {
        return new MeaningViews.MeaningPage(
                KEY,
                1,
                false,
                "Off: nobody ever turned it on.",
                true,
                List.of("For people of this clinic after a session."),
                List.of(
                        new MeaningViews.TextsOf("en", "English", List.of("… “…”: this is a sign.")),
                        new MeaningViews.TextsOf("es", "Español", List.of("… «…»: esto es un signo."))),
                "0".repeat(64),
                "",
                List.of("Turned on 20 Nov 2026, 10:00, by Lea Lead: “Agreed with everybody.”"),
                List.of("The reason was “x”."));
    }
}
