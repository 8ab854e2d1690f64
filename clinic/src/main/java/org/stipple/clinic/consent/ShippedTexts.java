package org.stipple.clinic.consent;

/// The texts that a clinic starts with. Each clinic is to have them read by its own lawyer and to publish its own
/// versions.
final class ShippedTexts {

    private ShippedTexts() {}

    static ConsentText of(Purpose purpose) {
        return switch (purpose) {
            case TREATMENT -> new ConsentText(purpose, 1, "Consent to a course of microneedling", """
                    I have been told what microneedling is: fine needles make many small holes in my skin, so that it heals and renews itself.

                    What is usual. Redness, swelling, a tight or burning feeling, pinpoint bleeding and flaking are expected and mostly pass within days.

                    What can go wrong. Infection, a cold sore coming back, dark or light marks, scars in lines, lumps that need a doctor, an allergic \
                    reaction to a product or to the numbing cream. Dark marks are more likely in darker skin.

                    No result is promised. How much it helps differs from person to person, and it is judged three months after the last session and later.

                    The plan that I was shown says the device, the zones, the depths, the number of sessions, and whether any part of it is outside what \
                    the device is cleared for. I could ask questions, and I have told the truth about my health.

                    I may stop at any time. Stopping has no effect on my other care.
                    """);
            case RECORD_PHOTOS -> new ConsentText(purpose, 1, "Consent to photos for my record", """
                    Photos of the treated skin are taken before and after treatment and kept in my record, encrypted. They are shown to people who treat \
                    me, and to nobody else. They are not used for teaching, research or advertising.

                    I may withdraw this at any time. New photos then stop.
                    """);
            case MEASUREMENT -> new ConsentText(purpose, 1, "Consent to measuring my photos", """
                    The program may measure my photos (for example redness) to follow the result. A measurement never decides about my treatment by \
                    itself. The method has not been validated in patients.

                    I may withdraw this at any time. Measuring then stops.
                    """);
        };
    }
}
