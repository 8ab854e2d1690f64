package org.stipple.clinic.asking;

import static org.stipple.protocol.Fact.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stipple.protocol.Fact;

/// Questions that stand together on one page of a phone, so that who has nothing to tell answers them with one
/// tap, and who has opens them and answers each by itself. `design`: at most six, which a phone shows without
/// scrolling far, and only such as have the same plain answer.
public enum Sheet {
    WANTED("wanted", Plain.NONE),
    SUN("sun", Plain.NONE),
    PREGNANCY("pregnancy", Plain.NO, PREGNANT, BREASTFEEDING),
    MEDICINES(
            "medicines",
            Plain.NO,
            ISOTRETINOIN_CURRENT,
            ANTICOAGULANT,
            ANTIARRHYTHMIC_CLASS_III,
            PHOTOSENSITISING_DRUG,
            DEPIGMENTING_DRUG),
    NOW("now", Plain.NO, HERPES_ACTIVE, SYSTEMIC_ILLNESS, ACTIVE_ACNE, ACTIVE_INFECTION, OPEN_WOUND),
    THERE("there", Plain.NO, SKIN_CANCER, ACTINIC_KERATOSIS, PIGMENTED_LESION, DERMATOSIS),
    MARKS("marks", Plain.NO, RECENT_SCAR, TATTOO, RADIATION, UNEXPLAINED_STRIAE),
    HISTORY(
            "history",
            Plain.NO,
            KELOID_HISTORY,
            PIH_HISTORY,
            HERPES_HISTORY,
            IMPAIRED_HEALING,
            BODY_DYSMORPHIC_CONCERN),
    TOLD(
            "told",
            Plain.NO,
            METAL_ALLERGY,
            ANAESTHETIC_ALLERGY,
            ANAESTHETIC_ENZYME_OR_PABA_RISK,
            METHAEMOGLOBINAEMIA_RISK,
            CONNECTIVE_TISSUE_DISEASE),
    HEALTH("health", Plain.NO, BLEEDING_DISORDER, IMMUNOSUPPRESSED, DIABETES, LIVER_DISEASE, CARDIAC_ABNORMALITY),
    EVER("ever", Plain.NEVER, ISOTRETINOIN_STOPPED, SURGERY, LASER, PEEL, PREVIOUS_NEEDLING),
    LATELY(
            "lately",
            Plain.NOT_IN_A_YEAR,
            SUNBURN,
            RETINOID_TOPICAL,
            WAXING,
            BOTULINUM_TOXIN,
            FILLER,
            RECENT_VACCINATION),
    /// Only who needles at home decides it; in a clinic the practitioner does.
    PLANNED("planned", Plain.NO, NON_STERILE_TOPICAL_PLANNED, BLOOD_PRODUCT_PLANNED),
    /// What no single day changes without the person knowing of it: read out together when it was answered
    /// before.
    NEW("new", Plain.NONE);

    /// The answer that one tap gives to the whole page.
    public enum Plain {
        /// There is none.
        NONE(""),
        /// Nothing of it is so.
        NO("false"),
        /// Nothing of it ever was.
        NEVER("never"),
        /// Nothing of it was in the past year.
        NOT_IN_A_YEAR("over-a-year");

        private final String value;

        Plain(String value) {
            this.value = value;
        }

        /// As it answers a question; where the question is one of a few words, its word for no.
        String to(Fact fact) {
            return fact.shape() == Fact.Shape.WORD ? "none" : value;
        }
    }

    private final String id;
    private final Plain plain;
    private final List<Fact> facts;

    Sheet(String id, Plain plain, Fact... facts) {
        this.id = id;
        this.plain = plain;
        this.facts = List.of(facts);
    }

    /// The word in addresses: `medicines`.
    public String id() {
        return id;
    }

    /// The answer that one tap gives.
    public Plain plain() {
        return plain;
    }

    /// What it asks.
    public List<Fact> facts() {
        return facts;
    }

    /// @return empty when none has this word
    public static Optional<Sheet> find(String id) {
        return Arrays.stream(values()).filter(sheet -> sheet.id.equals(id)).findFirst();
    }
}
