package org.stipple.imaging.vision;

import nu.pattern.OpenCV;
import org.opencv.core.Core;

/// OpenCV's native library, loaded once, by the first who needs it: it takes half a second and a temporary
/// file, which commands that need it not must not pay for.
public final class OpenCv {

    static {
        OpenCV.loadLocally();
        // One thread: sums over pixels are then made in the same order everywhere.
        Core.setNumThreads(1);
    }

    private OpenCv() {}

    /// To be called before any other class of OpenCV is touched.
    public static void load() {
        // The static initialiser has run when this returns.
    }
}
