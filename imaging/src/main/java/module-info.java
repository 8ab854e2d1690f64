/// From calibrated pixels to registered, colour-corrected readings with their error.
module org.stipple.imaging {
    requires static org.jspecify;
    requires java.desktop;
    requires opencv;
    requires transitive org.stipple.quantities;

    exports org.stipple.imaging;
}
