package org.stipple.imaging;

/// What people ask for and no photo of this kind can tell, whatever the camera: named so that nobody reads it
/// into what is measured.
public enum BeyondPhotos {
    UV_SPOTS("spots under ultraviolet light", "they are seen in that light only"),
    PORPHYRINS("porphyrins", "they shine under ultraviolet light only"),
    TRUE_DEPTH(
            "the true depth of a wrinkle, a pore or a scar",
            "it needs a second direction of light or of view; wrinkle depth proxy is how dark a line is, no depth");

    private final String words;
    private final String why;

    BeyondPhotos(String words, String why) {
        this.words = words;
        this.why = why;
    }

    /// As a person reads it.
    public String words() {
        return words;
    }

    /// Why not.
    public String why() {
        return why;
    }
}
