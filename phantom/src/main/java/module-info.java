/// Synthetic skin with known truth.
module org.stipple.phantom {
    requires static org.jspecify;
    requires transitive org.stipple.quantities;
}
