/// Photo files of strangers become pixels here, apart from everything else.
module org.stipple.darkroom {
    requires static org.jspecify;
    requires transitive org.stipple.imaging;

    exports org.stipple.darkroom;
}
