package org.stipple.clinic.planning.web;

import org.stipple.protocol.Fact;

/// Questions that belong together on the page, in the order in which they are asked.
enum QuestionGroup {
    MEDICINES("Pregnancy and medicines"),
    SKIN("The skin to be treated"),
    HEALTH("Health"),
    ALLERGIES("Allergies and numbing"),
    LATELY("Lately"),
    PLANNED("Planned for the day");

    private final String title;

    QuestionGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// Age, sex and skin type are asked elsewhere, and stand here only so that no fact can be forgotten.
    static QuestionGroup of(Fact fact) {
        return switch (fact) {
            case AGE, SEX, FITZPATRICK -> SKIN;
            case PREGNANT,
                    BREASTFEEDING,
                    ISOTRETINOIN_CURRENT,
                    ISOTRETINOIN_STOPPED,
                    ANTICOAGULANT,
                    ANTIARRHYTHMIC_CLASS_III,
                    PHOTOSENSITISING_DRUG,
                    DEPIGMENTING_DRUG -> MEDICINES;
            case KELOID_HISTORY,
                    PIH_HISTORY,
                    ACTIVE_ACNE,
                    ACTIVE_INFECTION,
                    HERPES_HISTORY,
                    HERPES_ACTIVE,
                    SKIN_CANCER,
                    ACTINIC_KERATOSIS,
                    PIGMENTED_LESION,
                    OPEN_WOUND,
                    RECENT_SCAR,
                    UNEXPLAINED_STRIAE,
                    TATTOO,
                    RADIATION,
                    DERMATOSIS -> SKIN;
            case BLEEDING_DISORDER,
                    SYSTEMIC_ILLNESS,
                    LIVER_DISEASE,
                    IMMUNOSUPPRESSED,
                    DIABETES,
                    IMPAIRED_HEALING,
                    CONNECTIVE_TISSUE_DISEASE,
                    BODY_DYSMORPHIC_CONCERN,
                    CARDIAC_ABNORMALITY -> HEALTH;
            case METAL_ALLERGY, ANAESTHETIC_ALLERGY, ANAESTHETIC_ENZYME_OR_PABA_RISK, METHAEMOGLOBINAEMIA_RISK ->
                ALLERGIES;
            case SURGERY,
                    SUNBURN,
                    RETINOID_TOPICAL,
                    PEEL,
                    LASER,
                    BOTULINUM_TOXIN,
                    FILLER,
                    WAXING,
                    RECENT_VACCINATION,
                    PREVIOUS_NEEDLING,
                    PREVIOUS_NEEDLING_DEPTH,
                    PREVIOUS_NEEDLING_SESSIONS,
                    PREVIOUS_NEEDLING_ZONES -> LATELY;
            case NON_STERILE_TOPICAL_PLANNED, BLOOD_PRODUCT_PLANNED -> PLANNED;
        };
    }
}
