/// Synthetic skin with known truth.
module org.stipple.phantom {
    requires static org.jspecify;
    requires java.desktop;
    requires transitive org.stipple.quantities;

    exports org.stipple.phantom;
}
