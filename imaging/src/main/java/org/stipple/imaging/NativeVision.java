package org.stipple.imaging;

import org.stipple.imaging.vision.OpenCv;

/// OpenCV's native library, for this package.
final class NativeVision {

    private NativeVision() {}

    /// To be called before any other class of OpenCV is touched.
    static void load() {
        OpenCv.load();
    }
}
