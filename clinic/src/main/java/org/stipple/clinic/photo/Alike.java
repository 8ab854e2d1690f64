package org.stipple.clinic.photo;

import java.util.OptionalDouble;

/// How two photos of one view are shown beside each other so that a millimetre of skin is as long on both.
///
/// @param width of both pictures, in pixels
/// @param height of both pictures, in pixels
/// @param mmPerPx scale of both; empty where that of one is not known, and both are shown equally large
public record Alike(int width, int height, OptionalDouble mmPerPx) {

    private static final int LONG_SIDE = 1000;

    /// A photo on the ground.
    public record Placed(int width, int height) {}

    static Alike of(StoredPhoto one, StoredPhoto other) {
        if (one.mmPerPx().isEmpty() || other.mmPerPx().isEmpty()) {
            double wide = Math.max(one.widthPx() / (double) longSide(one), other.widthPx() / (double) longSide(other));
            double high =
                    Math.max(one.heightPx() / (double) longSide(one), other.heightPx() / (double) longSide(other));
            return new Alike(pixels(LONG_SIDE * wide), pixels(LONG_SIDE * high), OptionalDouble.empty());
        }
        double oneMm = one.mmPerPx().getAsDouble();
        double otherMm = other.mmPerPx().getAsDouble();
        double wideMm = Math.max(one.widthPx() * oneMm, other.widthPx() * otherMm);
        double highMm = Math.max(one.heightPx() * oneMm, other.heightPx() * otherMm);
        double scale = Math.max(wideMm, highMm) / LONG_SIDE;
        return new Alike(pixels(wideMm / scale), pixels(highMm / scale), OptionalDouble.of(scale));
    }

    /// How large one of the two is on its ground.
    Placed place(StoredPhoto photo) {
        double times = mmPerPx.isPresent()
                ? photo.mmPerPx().orElseThrow() / mmPerPx.getAsDouble()
                : LONG_SIDE / (double) longSide(photo);
        return new Placed(
                Math.min(width, pixels(photo.widthPx() * times)), Math.min(height, pixels(photo.heightPx() * times)));
    }

    private static int longSide(StoredPhoto photo) {
        return Math.max(photo.widthPx(), photo.heightPx());
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
