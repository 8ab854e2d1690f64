/// From device, technique and anatomy to what each zone of skin receives.
module org.stipple.dose {
    requires static org.jspecify;
    requires transitive org.stipple.quantities;

    exports org.stipple.dose;
    exports org.stipple.dose.delivery;
    exports org.stipple.dose.illustrative;
    exports org.stipple.dose.picture;
    exports org.stipple.dose.settings;
}
