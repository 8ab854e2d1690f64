package org.stipple.cli;

import static org.stipple.cli.Schemas.anything;
import static org.stipple.cli.Schemas.depth;
import static org.stipple.cli.Schemas.either;
import static org.stipple.cli.Schemas.flag;
import static org.stipple.cli.Schemas.grounded;
import static org.stipple.cli.Schemas.indication;
import static org.stipple.cli.Schemas.list;
import static org.stipple.cli.Schemas.number;
import static org.stipple.cli.Schemas.object;
import static org.stipple.cli.Schemas.oneOrMore;
import static org.stipple.cli.Schemas.someOf;
import static org.stipple.cli.Schemas.string;
import static org.stipple.cli.Schemas.text;
import static org.stipple.cli.Schemas.titled;
import static org.stipple.cli.Schemas.whole;
import static org.stipple.cli.Schemas.word;

import java.util.Arrays;
import java.util.List;
import org.stipple.protocol.Claim;
import org.stipple.protocol.Fact;
import org.stipple.protocol.Kind;
import org.stipple.protocol.OutcomeScale;
import org.stipple.protocol.Overridable;
import org.stipple.protocol.RedFlag;
import org.stipple.protocol.Strength;
import org.stipple.protocol.TopicalProduct;
import org.stipple.protocol.document.Document;

/// The schema of a file of the knowledge: the index, or sections with their entries.
final class KnowledgeSchema {

    private KnowledgeSchema() {}

    static Document.Mapping file() {
        return titled(
                        "A file of the knowledge",
                        either(
                                object("version!", string(), "files!", list(string())),
                                object(
                                                "sources", list(source()),
                                                "settings", list(setting()),
                                                "questions",
                                                        list(object(
                                                                "id!", fact(),
                                                                "question!", string(),
                                                                "again",
                                                                        word(List.of("one-by-one", "with-what-is-new")),
                                                                "lasting", flag())),
                                                "zones", list(zone()),
                                                "devices", list(device()),
                                                "indications", list(treatment()),
                                                "law", list(law()),
                                                "anaesthetics", list(anaesthetic()),
                                                "aftercare", list(aftercare()),
                                                "red-flags", list(redFlag()),
                                                "healing", list(healing()),
                                                "topicals", list(topical()),
                                                "scales", list(scale()),
                                                "claims", list(claim()),
                                                "disagreements", list(disagreement()),
                                                "rules", list(rule()))
                                        .with("minProperties", Document.of(1))))
                .with("$defs", conditions());
    }

    /// What a rule's condition refers to.
    static Document.Mapping conditions() {
        return Document.mapping().with("condition", condition());
    }

    private static Document.Mapping fact() {
        return word(Arrays.stream(Fact.values()).map(Fact::path).toList());
    }

    private static Document.Mapping conditionHere() {
        return Document.mapping().with("$ref", text("#/$defs/condition"));
    }

    private static Document.Mapping condition() {
        return either(
                object("all!", list(conditionHere())),
                object("any!", list(conditionHere())),
                object("not!", conditionHere()),
                object(
                        "fact!", fact(),
                        "is", anything(),
                        "in", oneOrMore(string()),
                        "atLeast", whole(0, 1_000),
                        "atMost", whole(0, 1_000),
                        "withinDays", whole(1, 4_000),
                        "withinMonths", whole(1, 120)),
                object("zone!", oneOrMore(string())),
                object("indication!", oneOrMore(indication()), "subtype", string()),
                object("setting!", word(List.of("clinic", "home"))),
                object("jurisdiction!", oneOrMore(string())),
                object("since!", string()),
                object("operator!", oneOrMore(string())),
                object("premises!", string()),
                object("device!", oneOrMore(string())),
                object("anaesthetic!", oneOrMore(string())),
                object("circumstance!", string()));
    }

    private static Document.Mapping views() {
        return list(object("says!", string(), "sources!", list(string()), "chosen", flag()));
    }

    static Document.Mapping rule() {
        return grounded(
                "id!", string(),
                "kind!", word(Kind.class, Kind::id),
                "overridable!", word(Overridable.class, Overridable::id),
                "floor", string(),
                "when", conditionHere(),
                "wait",
                        object(
                                "fact!", fact(),
                                "withinDays", whole(1, 4_000),
                                "withinMonths", whole(1, 120)),
                "reason!", string(),
                "patientReason!", string(),
                "views", views(),
                "examples!",
                        object(
                                "on", string(),
                                "refusing!", anything(),
                                "passing!", anything(),
                                "unknown!", anything(),
                                "until", string()));
    }

    private static Document.Mapping disagreement() {
        return object(
                "id!", string(), "question!", string(), "when!", conditionHere(), "views!", views(), "why!", string());
    }

    private static Document.Mapping source() {
        return object(
                "id!", string(),
                "title!", string(),
                "strength!", word(Strength.class, Strength::id),
                "read!", word(List.of("seen", "second-hand", "recall")),
                "where!", string());
    }

    private static Document.Mapping setting() {
        return either(
                grounded("id!", word(List.of("home-cap")), "depthMm!", depth()),
                grounded("id!", word(List.of("clear-case")), "case!", anything()),
                grounded("id!", word(List.of("european-union")), "of!", string(), "members!", list(string())),
                grounded("id!", word(List.of("superficial")), "belowMm!", depth(), "intervalDays!", whole(1, 1_000)),
                grounded("id!", word(List.of("glide")), "mmPerS!", number(0.1, 500)),
                grounded("id!", word(List.of("density-goal")), "toleranceOfGoal!", number(0, 1)),
                grounded(
                        "id!", word(List.of("dermis-guard")),
                        "zones!", list(string()),
                        "penetration!", number(0.01, 1),
                        "mostBeyond!", number(0.0001, 1)),
                grounded(
                        "id!", word(List.of("conservative-depth")),
                        "fromSkinType!", whole(1, 6),
                        "depthMm!", depth()));
    }

    static Document.Mapping layers() {
        return object(
                "epidermisMm!", number(0.01, 10),
                "epidermisSdMm", number(0, 5),
                "dermisMm!", number(0.01, 10),
                "dermisSdMm", number(0, 5));
    }

    private static Document.Mapping zone() {
        return object(
                "id!", string(),
                "zones!", oneOrMore(string()),
                "areaCm2!", grounded("value!", number(1, 20_000)),
                "cap", grounded("maxMm!", depth()),
                "courses",
                        list(grounded(
                                "indications!", oneOrMore(indication()),
                                "clearedOnly!", flag(),
                                "maxMm!", depth(),
                                "bySignOff!", flag())),
                "thickness",
                        grounded(
                                "site!", string(),
                                "method!", string(),
                                "female", layers(),
                                "male", layers(),
                                "wholeMm", number(0.1, 10)),
                "noGo!", string());
    }

    private static Document.Mapping device() {
        return object(
                "id!", string(),
                "name!", string(),
                "family!", word(List.of("pen", "roller", "stamp")),
                "needles!",
                        grounded(
                                "count!", whole(1, 2_000),
                                "diameterMm!", number(0.01, 2),
                                "lengthMm!", depth(),
                                "rows", whole(1, 200),
                                "drumDiameterMm", number(0.1, 200)),
                "swath!", grounded("mm!", number(0.1, 200)),
                "depth!", grounded("fixedMm", depth(), "minMm", depth(), "maxMm", depth(), "stepMm", depth()),
                "evaluated", grounded("maxMm!", depth()),
                "strokeHz", grounded("value!", number(0.1, 1_000)),
                "technique!", grounded("passes!", whole(1, 100), "directions!", whole(1, 16)),
                "clearances",
                        list(grounded(
                                "indications!", oneOrMore(indication()),
                                "subtypes", list(string()),
                                "zones!", oneOrMore(string()),
                                "minAge!", whole(0, 120),
                                "skinTypes", list(whole(1, 6)),
                                "evaluatedMm", depth())),
                "forHome", flag(),
                "note", string());
    }

    private static Document.Mapping treatment() {
        return object(
                "id!", indication(),
                "zones!", oneOrMore(string()),
                "shallowest", grounded("mm!", depth()),
                "depth", grounded("preferredMm!", depth(), "deepestMm!", depth(), "deepestSignedMm!", depth()),
                "sessions", grounded("chosen!", whole(1, 50), "min!", whole(1, 50), "max!", whole(1, 50)),
                "intervalDays",
                        grounded(
                                "chosen!", whole(1, 1_000),
                                "min!", whole(1, 1_000),
                                "max!", whole(1, 1_000),
                                "shortestSigned!", whole(1, 1_000)),
                "assessAtDays", grounded("days!", list(whole(56, 3_650))),
                "maintenance", grounded("says!", string()),
                "evidence!", string(),
                "sources", list(string()));
    }

    static Document.Mapping law() {
        return grounded(
                "id!", string(),
                "jurisdiction!", string(),
                "says!", string(),
                "dated!", string(),
                "from", string(),
                "inForce!", flag(),
                "speaksOf", list(string()),
                "depth",
                        object(
                                "operators", list(string()),
                                "exceptPremises", string(),
                                "underAge", whole(1, 120),
                                "maxMm", depth(),
                                "belowMm", depth()));
    }

    private static Document.Mapping anaesthetic() {
        return object(
                "id!", string(),
                "name!", string(),
                "excludedBy!", list(fact()),
                "labels!",
                        list(grounded(
                                "place!", string(),
                                "regime", string(),
                                "upToAreaCm2", number(1, 20_000),
                                "aboveAreaCm2", number(1, 20_000),
                                "largeArea", grounded("fromCm2!", number(1, 20_000)),
                                "gramsPer10Cm2", number(0.01, 100),
                                "maxGrams", number(0.01, 1_000),
                                "maxAreaCm2", number(1, 20_000),
                                "minMinutes", whole(1, 1_440),
                                "maxMinutes", whole(1, 1_440),
                                "eczema", object("minMinutes!", whole(1, 1_440), "maxMinutes!", whole(1, 1_440)),
                                "says!", string())));
    }

    private static Document.Mapping aftercare() {
        return grounded(
                "id!", string(),
                "fromHours!", whole(0, 100_000),
                "toHours!", whole(0, 100_000),
                "do!", string(),
                "avoid!", string());
    }

    private static Document.Mapping redFlag() {
        return object(
                "id!", string(),
                "sign!", string(),
                "patient!", string(),
                "window!", grounded("fromHours!", whole(0, 100_000), "toHours!", whole(0, 100_000)),
                "todo!", string(),
                "avoid!", string(),
                "call!", word(RedFlag.Call.class, RedFlag.Call::id),
                "answer!", grounded("withinMinutes!", whole(0, 100_000)));
    }

    private static Document.Mapping healing() {
        return grounded(
                "id!", string(),
                "event!", string(),
                "patient!", string(),
                "fromDay!", whole(0, 3_650),
                "toDay!", whole(0, 3_650),
                "depth", object("minMm!", depth(), "maxMm!", depth()));
    }

    private static Document.Mapping topical() {
        return grounded(
                "id!", string(),
                "name!", string(),
                "role!", word(TopicalProduct.Role.class, TopicalProduct.Role::id),
                "sterile!", flag(),
                "labelled!", flag(),
                "during!", word(TopicalProduct.During.class, TopicalProduct.During::id),
                "fromHours!", whole(0, 100_000),
                "says!", string());
    }

    private static Document.Mapping scale() {
        var points = whole(0, 1_000);
        return grounded(
                "id!", string(),
                "name!", string(),
                "of!", string(),
                "use!", word(OutcomeScale.Use.class, OutcomeScale.Use::id),
                "scoredBy!", someOf(word(OutcomeScale.By.class, OutcomeScale.By::id)),
                "judges!", word(OutcomeScale.Judges.class, OutcomeScale.Judges::id),
                "total!", grounded("min!", points, "max!", points, "step", number(0.1, 1), "lowerIsBetter!", flag()),
                "items",
                        list(object(
                                "id!",
                                string(),
                                "says!",
                                string(),
                                "min!",
                                points,
                                "max!",
                                points,
                                "times",
                                whole(1, 100))),
                "grades", list(object("score!", points, "says!", string())),
                "bands", list(object("from!", points, "to!", points, "says!", string())),
                "formula", string(),
                "licence", string(),
                "indications!", list(indication()),
                "says!", string());
    }

    private static Document.Mapping claim() {
        return grounded(
                "id!", string(),
                "about!", word(List.of("benefit", "practice")),
                "promised!", string(),
                "toldBy!", someOf(string()),
                "found!", string(),
                "verdict!", word(Claim.Verdict.class, Claim.Verdict::id),
                "shownBy!", object("metrics", list(string()), "scales", list(string()), "other", string()),
                "indications!", list(indication()),
                "disagreement", string());
    }
}
