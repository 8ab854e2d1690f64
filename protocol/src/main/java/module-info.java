/// The knowledge base and the two questions asked of it: may we (screening), and how (planning).
module org.stipple.protocol {
    requires static org.jspecify;
    requires org.snakeyaml.engine;
    requires transitive org.stipple.dose;
    requires transitive org.stipple.quantities;

    exports org.stipple.protocol;
    exports org.stipple.protocol.document;
    exports org.stipple.protocol.outline;
}
