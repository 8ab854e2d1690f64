package org.stipple.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everything that can be known about a person before needling, in the order in which it is asked.
///
/// A fact that is not answered is unknown, which is never "no". Parts of a fact (`isotretinoin.stopped`) are
/// facts of their own, because each can be missing by itself.
public enum Fact {
    AGE("age", Shape.WHOLE),
    SEX("sex", Shape.WORD, "female", "male", "other"),
    FITZPATRICK("fitzpatrick", Shape.WHOLE),
    PREGNANT("pregnant", Shape.FLAG),
    BREASTFEEDING("breastfeeding", Shape.FLAG),
    ISOTRETINOIN_CURRENT("isotretinoin.current", Shape.FLAG),
    ISOTRETINOIN_STOPPED("isotretinoin.stopped", Shape.DAY),
    KELOID_HISTORY("keloid-history", Shape.FLAG),
    PIH_HISTORY("pih-history", Shape.FLAG),
    ANTICOAGULANT("anticoagulant", Shape.FLAG),
    BLEEDING_DISORDER("bleeding-disorder", Shape.FLAG),
    ACTIVE_ACNE("active-acne-in-zone", Shape.ZONES),
    ACTIVE_INFECTION("active-infection-in-zone", Shape.ZONES),
    HERPES_HISTORY("herpes.history", Shape.FLAG),
    HERPES_ACTIVE("herpes.active", Shape.FLAG),
    SYSTEMIC_ILLNESS("systemic-illness", Shape.FLAG),
    SKIN_CANCER("skin-cancer-in-zone", Shape.ZONES),
    ACTINIC_KERATOSIS("actinic-keratosis-in-zone", Shape.ZONES),
    PIGMENTED_LESION("pigmented-lesion-in-zone", Shape.ZONES),
    OPEN_WOUND("open-wound-in-zone", Shape.ZONES),
    RECENT_SCAR("recent-scar-in-zone", Shape.ZONES),
    UNEXPLAINED_STRIAE("unexplained-striae", Shape.FLAG),
    TATTOO("tattoo-in-zone", Shape.ZONES),
    RADIATION("radiation-in-zone", Shape.ZONES),
    SURGERY("surgery-in-zone.last", Shape.DAY),
    DERMATOSIS(
            "dermatosis-in-zone",
            Shape.WORD,
            "none",
            "psoriasis",
            "eczema",
            "rosacea",
            "vitiligo",
            "lichen-planus",
            "other"),
    METAL_ALLERGY("metal-allergy", Shape.FLAG),
    ANAESTHETIC_ALLERGY("anaesthetic-allergy", Shape.FLAG),
    ANAESTHETIC_ENZYME_OR_PABA_RISK("anaesthetic-enzyme-or-paba-risk", Shape.FLAG),
    METHAEMOGLOBINAEMIA_RISK("methaemoglobinaemia-risk", Shape.FLAG),
    ANTIARRHYTHMIC_CLASS_III("antiarrhythmic-class-iii", Shape.FLAG),
    LIVER_DISEASE("liver-disease", Shape.FLAG),
    IMMUNOSUPPRESSED("immunosuppressed", Shape.FLAG),
    DIABETES("diabetes", Shape.WORD, "none", "controlled", "uncontrolled"),
    IMPAIRED_HEALING("impaired-healing", Shape.FLAG),
    CONNECTIVE_TISSUE_DISEASE("connective-tissue-disease", Shape.FLAG),
    BODY_DYSMORPHIC_CONCERN("body-dysmorphic-concern", Shape.FLAG),
    PHOTOSENSITISING_DRUG("photosensitising-drug", Shape.FLAG),
    DEPIGMENTING_DRUG("depigmenting-drug", Shape.FLAG),
    CARDIAC_ABNORMALITY("cardiac-abnormality", Shape.FLAG),
    SUNBURN("sunburn.last", Shape.DAY),
    RETINOID_TOPICAL("retinoid-topical.last", Shape.DAY),
    PEEL("peel.last", Shape.DAY),
    LASER("laser.last", Shape.DAY),
    BOTULINUM_TOXIN("botulinum-toxin.last", Shape.DAY),
    FILLER("filler.last", Shape.DAY),
    WAXING("waxing.last", Shape.DAY),
    RECENT_VACCINATION("recent-vaccination.last", Shape.DAY),
    PREVIOUS_NEEDLING("previous-needling.last", Shape.DAY),
    PREVIOUS_NEEDLING_DEPTH("previous-needling.depthMm", Shape.DEPTH),
    PREVIOUS_NEEDLING_SESSIONS("previous-needling.sessions", Shape.WHOLE),
    PREVIOUS_NEEDLING_ZONES("previous-needling.zones", Shape.ZONES),
    NON_STERILE_TOPICAL_PLANNED("non-sterile-topical-planned", Shape.FLAG),
    BLOOD_PRODUCT_PLANNED("blood-product-planned", Shape.FLAG);

    /// What an answer to a fact looks like.
    public enum Shape {
        /// `true` or `false`: [Answer.Flag].
        FLAG,
        /// `true` for all zones, `false` for none, or a list of zones: [Answer.InZones].
        ZONES,
        /// A date, or `never`: [Answer.Day] or [Answer.Never].
        DAY,
        /// One of a few words: [Answer.Word].
        WORD,
        /// A whole number: [Answer.Whole].
        WHOLE,
        /// Millimetres: [Answer.Deep].
        DEPTH
    }

    private static final Fact[] ALL = values();

    /// Those asked about the skin "there" whose answer names no zones.
    private static final Set<Fact> ABOUT_ZONES =
            Set.of(SURGERY, DERMATOSIS, SUNBURN, RETINOID_TOPICAL, PEEL, LASER, WAXING);

    private static final Map<String, Fact> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::path, Function.identity()));

    private final String path;
    private final Shape shape;
    private final List<String> words;

    Fact(String path, Shape shape, String... words) {
        this.path = path;
        this.shape = shape;
        this.words = List.of(words);
    }

    /// Where it stands: `fitzpatrick`, or under `facts`: `isotretinoin.stopped`.
    public String path() {
        return path;
    }

    public Shape shape() {
        return shape;
    }

    /// The words that answer it; empty unless its shape is [Shape#WORD].
    public List<String> words() {
        return words;
    }

    /// The least whole number that answers it.
    int least() {
        return this == FITZPATRICK ? 1 : 0;
    }

    /// The greatest whole number that answers it.
    int most() {
        if (this == AGE) {
            return 120;
        }
        return this == FITZPATRICK ? 6 : 1_000;
    }

    /// Whether it stands at the top of the file, not under `facts`.
    public boolean standsAtTop() {
        return compareTo(FITZPATRICK) <= 0;
    }

    /// Its place in a set of facts that is one number.
    long bit() {
        return 1L << ordinal();
    }

    /// The facts of a set that is one number, in the order in which they are asked.
    static List<Fact> of(long bits) {
        if (bits == 0) {
            return List.of();
        }
        var facts = new Fact[Long.bitCount(bits)];
        into(facts, 0, bits);
        return List.of(facts);
    }

    /// Writes the facts of a set that is one number into an array.
    ///
    /// @param from the first free place
    /// @return the first place that is still free
    static int into(Fact[] facts, int from, long bits) {
        int n = from;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            facts[n++] = ALL[Long.numberOfTrailingZeros(rest)];
        }
        return n;
    }

    /// Whether it is asked about the skin of the zones that are to be treated ("there"), so that an answer
    /// says nothing about a zone that was added later. Only `true` to a question of [Shape#ZONES], which
    /// means everywhere, holds for that too.
    public boolean isAboutZones() {
        return shape == Shape.ZONES || ABOUT_ZONES.contains(this);
    }

    /// The part before the point: `isotretinoin` of `isotretinoin.stopped`.
    String whole() {
        int point = path.indexOf('.');
        return point < 0 ? path : path.substring(0, point);
    }

    /// The part behind the point, empty when there is none.
    String part() {
        int point = path.indexOf('.');
        return point < 0 ? "" : path.substring(point + 1);
    }

    /// Details of an earlier answer that may stay open: without them the safe reading is taken (all zones, deep
    /// enough to count), so nobody is asked.
    boolean isOptionalDetail() {
        return this == PREVIOUS_NEEDLING_DEPTH || this == PREVIOUS_NEEDLING_SESSIONS || this == PREVIOUS_NEEDLING_ZONES;
    }

    /// @return empty when no fact has this path
    public static Optional<Fact> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    @Override
    public String toString() {
        return path;
    }
}
