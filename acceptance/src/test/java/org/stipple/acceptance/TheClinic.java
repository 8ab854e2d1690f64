package org.stipple.acceptance;

/// The invented clinic that the tests set up, and who works there.
final class TheClinic {

    static final String NAME = "Hillside Skin Clinic";
    static final String PLACE = "US-CA";
    static final String ZONE = "UTC";
    static final String CLINICIAN = "Dr. Noor Haddad";
    static final String USERNAME = "noor";
    static final String PASSWORD = "correct horse battery staple";

    private TheClinic() {}
}
