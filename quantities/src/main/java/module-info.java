/// Value types with units, intervals and estimates with uncertainty, and the identifiers that all modules share.
module org.stipple.quantities {
    requires static org.jspecify;

    exports org.stipple.quantities;
}
