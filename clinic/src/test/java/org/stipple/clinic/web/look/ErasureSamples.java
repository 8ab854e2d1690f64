package org.stipple.clinic.web.look;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stipple.clinic.erasure.web.ErasureViews.AskedLine;
import org.stipple.clinic.erasure.web.ErasureViews.ClassLine;
import org.stipple.clinic.erasure.web.ErasureViews.ErasurePage;
import org.stipple.clinic.erasure.web.ErasureViews.LedgerLine;
import org.stipple.clinic.erasure.web.ErasureViews.LedgerPage;
import org.stipple.clinic.erasure.web.ErasureViews.Option;
import org.stipple.clinic.erasure.web.ErasureViews.RuleForm;
import org.stipple.clinic.erasure.web.ErasureViews.RulesPage;
import org.stipple.clinic.erasure.web.ErasureViews.StandingLine;

/// An invented request to be erased, and what came of others, for the gallery.
final class ErasureSamples {

    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private ErasureSamples() {}

    static ErasurePage person() {
        return new ErasurePage(
                "sample",
                "Ines Okafor",
                List.of(
                        new ClassLine(
                                "treatment",
                                "The record of treatment, and with it the whole record",
                                List.of("It is kept until 20 Nov 2036: a law of ours."),
                                KEY),
                        new ClassLine("photos", "Photos, and the readings of them", List.of(), KEY)),
                List.of(new StandingLine("r1", "The person asked on 18 Nov 2026 to erase photos.", KEY)),
                List.of(new StandingLine("h1", "Placed 19 Nov 2026 by Lee: “A claim is open”", KEY)),
                true,
                List.of(new Option("photos", "Photos, and the readings of them", true)),
                List.of(new Option("person", "The person", true)),
                KEY,
                KEY,
                "I have looked at what stands against it, and erase this for good. It cannot be undone.",
                Map.of("act", "erase", "class", "photos", "basis", "because"),
                "",
                List.of("Say by what it was decided, in a short sentence."));
    }

    static LedgerPage ledger() {
        return new LedgerPage(
                List.of("Photos, and the readings of them: 2 years after the last entry: a law of ours"),
                List.of(new AskedLine("#", "Ines Okafor", "asked on 18 Nov 2026 to erase photos", true)),
                List.of(new LedgerLine(
                        "20 Nov 2026, 10:04, Lee",
                        "Photos, and the readings of them",
                        "00000000-0000-4000-8000-000000000002",
                        "The time of keeping is over",
                        "12 rows and 4 files, of which 1 are still to be destroyed",
                        true)),
                true,
                "Erased.");
    }

    static RulesPage rules() {
        return new RulesPage(
                List.of(new RuleForm("photos", "Photos, and the readings of them", "", "2", "", "a law of ours", KEY)),
                List.of("Photos, stated 20 Nov 2026 by Lee: 2 years after the last entry: a law of ours"),
                "It counts from now on.",
                List.of("“Years” was x, expected a whole number."));
    }
}
