package org.stipple.protocol;

/// The example file of the command line's contract, to the letter.
final class ContractExample {

    static final String YAML = """
            age: 34
            sex: female            # female | male | other; male: recorded as unable to be pregnant (else: other)
            fitzpatrick: 4         # 1..6
            setting: clinic        # clinic | home
            jurisdiction: US       # optional
            operator: physician    # optional: physician | nurse | aesthetician | self
            premises: permitted    # optional: permitted | other
            indications: [acne-scars]
            zones: [cheek-left, cheek-right]
            device: skinpen-precision
            facts:                 # what is absent is unknown, which is never "no"
              pregnant: false
              breastfeeding: false
              isotretinoin: {current: false, stopped: 2026-08-01}
              keloid-history: false
              pih-history: false
              anticoagulant: false
              bleeding-disorder: false
              active-acne-in-zone: true
              active-infection-in-zone: false
              herpes: {history: true, active: false}
              systemic-illness: false
              skin-cancer-in-zone: false
              actinic-keratosis-in-zone: false
              pigmented-lesion-in-zone: false
              open-wound-in-zone: false
              recent-scar-in-zone: false
              unexplained-striae: false
              tattoo-in-zone: false
              radiation-in-zone: false
              surgery-in-zone: {last: never}
              dermatosis-in-zone: none
              metal-allergy: false
              anaesthetic-allergy: false
              anaesthetic-enzyme-or-paba-risk: false
              methaemoglobinaemia-risk: false
              antiarrhythmic-class-iii: false
              liver-disease: false
              immunosuppressed: false
              diabetes: none
              impaired-healing: false
              connective-tissue-disease: false
              body-dysmorphic-concern: false
              photosensitising-drug: false
              depigmenting-drug: false
              cardiac-abnormality: false
              sunburn: {last: 2026-11-01}
              retinoid-topical: {last: 2026-11-18}
              peel: {last: 2026-10-01}
              laser: {last: never}
              botulinum-toxin: {last: never}
              filler: {last: never}
              waxing: {last: never}
              recent-vaccination: {last: never}
              previous-needling: {last: 2026-10-20, depthMm: 1.0, sessions: 2, zones: [cheek-left]}
              non-sterile-topical-planned: false
              blood-product-planned: false
            """;

    private ContractExample() {}
}
